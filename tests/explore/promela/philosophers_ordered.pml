/* Philosophers who eat one meal; everyone takes the fork with the lower number first.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=2: 16 states, 16 transitions, no error
 * N=3: 72 states, 116 transitions, no error
 * N=4: 320 states, 704 transitions, no error
 * N=5: 1424 states, 3976 transitions, no error
 */
#ifndef N
#define N 3
#endif
#define lock(m)   atomic { m == 0 -> m = 1 }
#define unlock(m) m = 0
#define low       (_pid == N - 1 -> 0 : _pid)
#define high      (_pid == N - 1 -> _pid : _pid + 1)

byte fork[N];

active [N] proctype philosopher()
{
    lock(fork[low]);
    lock(fork[high]);
    unlock(fork[high]);
    unlock(fork[low]);
end:
    false
}
