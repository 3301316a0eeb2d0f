/* N threads count under a lock, K times each; reading and storing the count are steps of their own.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=2 K=1: 16 states, 16 transitions, no error
 * N=2 K=2: 45 states, 48 transitions, no error
 * N=3 K=1: 44 states, 48 transitions, no error
 * N=3 K=2: 189 states, 216 transitions, no error
 */
#ifndef N
#define N 2
#endif
#ifndef K
#define K 1
#endif
#define lock(m)   atomic { m == 0 -> m = 1 }
#define unlock(m) m = 0

byte mutex;
byte x;

active [N] proctype count()
{
    byte rounds, seen;
    do
    :: lock(mutex);
       seen = x;
       atomic { x = seen + 1; seen = 0 };
       atomic {
           unlock(mutex);
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
