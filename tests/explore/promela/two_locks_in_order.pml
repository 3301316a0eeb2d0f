/* N threads lock a and then b, K times each, and unlock in the order of locking.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=2 K=1: 18 states, 20 transitions, no error
 * N=2 K=2: 53 states, 64 transitions, no error
 * N=3 K=1: 56 states, 72 transitions, no error
 */
#ifndef N
#define N 2
#endif
#ifndef K
#define K 1
#endif
#define lock(m)   atomic { m == 0 -> m = 1 }
#define unlock(m) m = 0

byte a, b;

active [N] proctype pass_through()
{
    byte rounds;
    do
    :: lock(a);
       lock(b);
       unlock(a);
       atomic {
           unlock(b);
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
