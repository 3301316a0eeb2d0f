/* Peterson's algorithm for two: each says that it wants to enter, gives way, and looks until it may, K times. What
 * it does inside nobody else can see.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * K=1: 38 states, 62 transitions, no error
 * K=2: 138 states, 248 transitions, no error
 */
#ifndef K
#define K 1
#endif

bool wants[2];
byte turn;

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
