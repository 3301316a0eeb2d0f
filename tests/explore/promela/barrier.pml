/* N threads meet at a barrier made of a lock, a count and a gate; the last to come opens the gate for all.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=2: 15 states, 18 transitions, no error
 * N=3: 39 states, 60 transitions, no error
 * N=4: 95 states, 176 transitions, no error
 */
#ifndef N
#define N 3
#endif
#define unlock(m) m = 0

byte mutex;
byte arrived;
byte gate;

active [N] proctype meet()
{
    atomic { mutex == 0 -> mutex = 1; arrived = arrived + 1 };
    if
    :: atomic { arrived == N -> gate = N };
       unlock(mutex)
    :: atomic { arrived < N -> unlock(mutex) }
    fi;
    atomic { gate > 0 -> gate = gate - 1; assert(arrived == N) };
end:
    false
}
