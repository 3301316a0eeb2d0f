/* N readers, the first and the last of whom lock and unlock the room, and one writer.
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * N=2: 70 states, 96 transitions, no error
 * N=3: 242 states, 352 transitions, no error
 */
#ifndef N
#define N 2
#endif
#define unlock(m) m = 0

byte counting, room;
byte readers;
bool writing;

active [N] proctype read()
{
    atomic { counting == 0 -> counting = 1; readers = readers + 1 };
    if
    :: atomic { readers == 1 && room == 0 -> room = 1 };
       unlock(counting)
    :: atomic { readers > 1 -> unlock(counting) }
    fi;
    atomic { counting == 0 -> counting = 1; assert(!writing); readers = readers - 1 };
    if
    :: atomic { readers == 0 -> unlock(room) };
       unlock(counting)
    :: atomic { readers > 0 -> unlock(counting) }
    fi;
end:
    false
}

active proctype write()
{
    atomic { room == 0 -> room = 1; writing = true };
    atomic { writing = false; unlock(room) };
end:
    false
}
