/* A lock-free stack of three; three threads each take an element and give it back, K times (SafeStack).
 *
 * spin -a, gcc -O2 -DSAFETY -DNOREDUCE, ./pan -c0 -n (SPIN 6.5.2), without the transition to the first state:
 * K=1: 19411 states, 48147 transitions, no error
 * K=2: 1915924 states, 5259522 transitions, the assertion fails; at the earliest at depth 51 (-DBFS)
 */
#ifndef K
#define K 2
#endif
#define N 3

short head = 0;
short count = N;
short next[N];
byte owner[N];
bool ready;

active [N] proctype work()
{
    short h, following;
    byte rounds;

    atomic {
        if
        :: !ready -> next[0] = 1; next[1] = 2; next[2] = -1; ready = true
        :: else
        fi
    };
take:
    count > 1;
    h = head;
    atomic { following = next[h]; next[h] = -1 };
    if
    :: atomic { following < 0 -> h = 0; following = 0; goto take }
    :: atomic { following >= 0 && head == h -> head = following; following = 0 }
    :: atomic { following >= 0 && head != h -> skip };
       atomic { next[h] = following; h = 0; following = 0; goto take }
    fi;
    count = count - 1;
    owner[h] = _pid + 1;
    assert(owner[h] == _pid + 1);
give:
    following = head;
    next[h] = following;
    if
    :: atomic { head == following -> head = h; following = 0 }
    :: atomic { head != following -> following = 0; goto give }
    fi;
    atomic {
        count = count + 1;
        h = 0;
        rounds = rounds + 1;
        if
        :: rounds < K -> goto take
        :: else
        fi
    };
end:
    false
}
