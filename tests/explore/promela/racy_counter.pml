/* N threads count without a lock, K times each; reading and storing the count are steps of their own.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=2 K=1: 12 states, 14 transitions, no error
 * N=2 K=2: 57 states, 82 transitions, no error
 * N=2 K=3: 195 states, 310 transitions, no error
 * N=3 K=1: 59 states, 99 transitions, no error
 * N=3 K=2: 904 states, 1977 transitions, no error
 */
#ifndef N
#define N 2
#endif
#ifndef K
#define K 1
#endif

byte x;

active [N] proctype count()
{
    byte rounds, seen;
    do
    :: seen = x;
       atomic {
           x = seen + 1;
           seen = 0;
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
