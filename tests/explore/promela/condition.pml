/* N consumers wait on a condition until the producer has put an item for each; everybody is notified.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=2: 78 states, 126 transitions, no error
 * N=3: 521 states, 1081 transitions, no error
 */
#ifndef N
#define N 2
#endif
#define lock(m)   atomic { m == 0 -> m = 1 }
#define unlock(m) m = 0

byte mutex;
byte items;
bool waiting[N];

active [N] proctype consume()
{
    lock(mutex);
    do
    :: atomic { items == 0 -> waiting[_pid] = true; unlock(mutex) };
       !waiting[_pid];
       lock(mutex)
    :: atomic { items > 0 -> items = items - 1; unlock(mutex); goto end }
    od;
end:
    false
}

active proctype produce()
{
    byte rounds, k;
    do
    :: atomic { mutex == 0 -> mutex = 1; items = items + 1 };
       atomic {
           do
           :: k < N -> waiting[k] = false; k = k + 1
           :: else -> break
           od;
           k = 0;
           unlock(mutex);
           rounds = rounds + 1;
           if
           :: rounds == N -> goto end
           :: else
           fi
       }
    od;
end:
    false
}
