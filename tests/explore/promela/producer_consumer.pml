/* One producer and one consumer with a buffer of SIZE places: two counting semaphores and a lock.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * SIZE=1 K=2: 17 states, 16 transitions, no error
 * SIZE=2 K=3: 55 states, 80 transitions, no error
 */
#ifndef SIZE
#define SIZE 1
#endif
#ifndef K
#define K 2
#endif
#define unlock(m) m = 0
#define down(s)   atomic { s > 0 -> s = s - 1 }
#define up(s)     s = s + 1

byte places = SIZE;
byte items;
byte mutex;
byte stored;

active proctype produce()
{
    byte rounds;
    do
    :: down(places);
       atomic { mutex == 0 -> mutex = 1; stored = stored + 1 };
       unlock(mutex);
       atomic {
           up(items);
           rounds = rounds + 1;
           if
           :: rounds == K -> goto end
           :: else
           fi
       }
    od;
end:
    false
}

active proctype consume()
{
    byte rounds;
    do
    :: down(items);
       atomic { mutex == 0 -> mutex = 1; assert(stored > 0); stored = stored - 1 };
       unlock(mutex);
       atomic {
           up(places);
           rounds = rounds + 1;
           if
           :: rounds == K -> goto end
           :: else
           fi
       }
    od;
end:
    false
}
