/* N threads share a pool of M connections, K times each; the number in use is counted under a lock.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=3 M=2 K=1: 194 states, 336 transitions, no error
 * N=3 M=2 K=2: 1053 states, 1908 transitions, no error
 */
#ifndef N
#define N 3
#endif
#ifndef M
#define M 2
#endif
#ifndef K
#define K 1
#endif
#define unlock(m) m = 0
#define down(s)   atomic { s > 0 -> s = s - 1 }
#define up(s)     s = s + 1

byte free = M;
byte mutex;
byte in_use;

active [N] proctype work()
{
    byte rounds;
    do
    :: down(free);
       atomic { mutex == 0 -> mutex = 1; in_use = in_use + 1; assert(in_use <= M) };
       unlock(mutex);
       atomic { mutex == 0 -> mutex = 1; in_use = in_use - 1 };
       unlock(mutex);
       atomic {
           up(free);
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
