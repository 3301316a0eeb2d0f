/* One thread puts things into a box of one place and another takes them out, for ever; two locks say whose turn it is.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * TURNS=1: 4 states, 4 transitions, no error
 */
byte no_thing = 1;
byte no_room;
byte box;

active proctype put()
{
    do
    :: atomic { no_room == 0 -> no_room = 1; assert(box == 0); box = 1 };
       no_thing = 0
    od
}

active proctype take()
{
    do
    :: atomic { no_thing == 0 -> no_thing = 1; assert(box == 1); box = 0 };
       no_room = 0
    od
}
