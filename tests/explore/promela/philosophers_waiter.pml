/* Philosophers who eat one meal; a waiter, which is a semaphore, lets all but one sit down.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=3: 200 states, 372 transitions, no error
 * N=4: 1512 states, 4112 transitions, no error
 * N=5: 10832 states, 38560 transitions, no error
 */
#ifndef N
#define N 3
#endif
#define lock(m)   atomic { m == 0 -> m = 1 }
#define unlock(m) m = 0
#define down(s)   atomic { s > 0 -> s = s - 1 }
#define up(s)     s = s + 1

byte fork[N];
byte chairs = N - 1;

active [N] proctype philosopher()
{
    down(chairs);
    lock(fork[_pid]);
    lock(fork[(_pid + 1) % N]);
    unlock(fork[(_pid + 1) % N]);
    unlock(fork[_pid]);
    up(chairs);
end:
    false
}
