/* Philosophers who think and eat for ever; everyone takes the left fork first.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=3: 35 states, 75 transitions, 1 deadlock
 * N=4: 118 states, 340 transitions, 1 deadlock
 * N=5: 392 states, 1415 transitions, 1 deadlock
 * N=6: 1297 states, 5622 transitions, 1 deadlock
 */
#ifndef N
#define N 3
#endif
#define lock(m)   atomic { m == 0 -> m = 1 }
#define unlock(m) m = 0

byte fork[N];

active [N] proctype philosopher()
{
    do
    :: lock(fork[_pid]);
       lock(fork[(_pid + 1) % N]);
       unlock(fork[(_pid + 1) % N]);
       unlock(fork[_pid])
    od
}
