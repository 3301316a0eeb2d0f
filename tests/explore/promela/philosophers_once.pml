/* Philosophers who eat one meal; everyone takes the left fork first.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=2: 19 states, 22 transitions, 1 deadlock
 * N=3: 87 states, 153 transitions, 1 deadlock
 * N=4: 391 states, 924 transitions, 1 deadlock
 * N=5: 1743 states, 5155 transitions, 1 deadlock
 */
#ifndef N
#define N 3
#endif
#define lock(m)   atomic { m == 0 -> m = 1 }
#define unlock(m) m = 0

byte fork[N];

active [N] proctype philosopher()
{
    lock(fork[_pid]);
    lock(fork[(_pid + 1) % N]);
    unlock(fork[(_pid + 1) % N]);
    unlock(fork[_pid]);
end:
    false
}
