/* Peterson's algorithm for two: each says that it wants to enter, gives way, and looks until it may, K times.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * K=1: 58 states, 98 transitions, no error
 * K=2: 210 states, 384 transitions, no error
 */
#ifndef K
#define K 1
#endif

bool wants[2];
byte turn;
byte inside;

active [2] proctype enter()
{
    byte rounds;
    do
    :: wants[_pid] = true;
       turn = 1 - _pid;
       do
       :: !wants[1 - _pid] -> break
       :: wants[1 - _pid] ->
          if
          :: turn == _pid -> break
          :: turn != _pid
          fi
       od;
       atomic { inside = inside + 1; assert(inside == 1) };
       atomic { inside = inside - 1 };
       atomic {
           wants[_pid] = false;
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
