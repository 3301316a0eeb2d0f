/* N stations pass a token round, K times; each waits at a semaphore of its own, but the first does not at first.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=3 K=2: 13 states, 12 transitions, no error
 * N=4 K=2: 17 states, 16 transitions, no error
 */
#ifndef N
#define N 3
#endif
#ifndef K
#define K 2
#endif
#define begins (_pid == 0 && rounds == 0)

byte token[N];
byte holder;

active [N] proctype station()
{
    byte rounds;
    do
    :: atomic {
           begins || token[_pid] > 0;
           if
           :: begins
           :: else -> token[_pid] = token[_pid] - 1
           fi;
           holder = _pid
       };
       atomic {
           assert(holder == _pid);
           token[(_pid + 1) % N] = token[(_pid + 1) % N] + 1;
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
