/* Philosophers who eat one meal; a waiter, which is a semaphore, lets all but one sit down. The semaphore is
 * `threading.Semaphore` as it is written: a count, and a line of those who found it at 0; whoever gives back tells
 * the first of them, who looks again.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=3: 299 states, 621 transitions, no error
 * N=4: 2244 states, 6468 transitions, no error
 * N=5: 15902 states, 58430 transitions, no error
 */
#ifndef N
#define N 3
#endif
#define lock(m)   atomic { m == 0 -> m = 1 }
#define unlock(m) m = 0

byte fork[N];
byte chairs = N - 1;
byte line[N];
byte length;
bool told[N];

inline stand_in_line()
{
    line[length] = _pid;
    length = length + 1
}

active [N] proctype philosopher()
{
    byte k;
    if
    :: atomic { chairs > 0 -> chairs = chairs - 1 }
    :: atomic { chairs == 0 -> stand_in_line() };
       do
       :: atomic { told[_pid] && chairs > 0 -> told[_pid] = false; chairs = chairs - 1; break }
       :: atomic { told[_pid] && chairs == 0 -> told[_pid] = false; stand_in_line() }
       od
    fi;
    lock(fork[_pid]);
    lock(fork[(_pid + 1) % N]);
    unlock(fork[(_pid + 1) % N]);
    unlock(fork[_pid]);
    atomic {
        chairs = chairs + 1;
        if
        :: length > 0 ->
            told[line[0]] = true;
            length = length - 1;
            k = 0;
            do
            :: k < length -> line[k] = line[k + 1]; k = k + 1
            :: else -> line[k] = 0; k = 0; break
            od
        :: else
        fi
    };
end:
    false
}
