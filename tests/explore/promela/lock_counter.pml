/* N threads count under a lock, K times each; nobody else can see the count while it is read and stored.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=2 K=1: 8 states, 8 transitions, no error
 * N=2 K=2: 21 states, 24 transitions, no error
 * N=3 K=1: 20 states, 24 transitions, no error
 * N=3 K=2: 81 states, 108 transitions, no error
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
    byte rounds;
    do
    :: atomic { mutex == 0 -> mutex = 1; x = x + 1 };
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
