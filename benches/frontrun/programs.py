"""The twelve programs of `benches/frontrun.py` as frontrun wants them: a state, workers, and what a run ends with.

Each is a program of `tests/explore` or of this folder, read by read and write by write: what is a global variable there is an attribute
here, since frontrun follows attributes. `benches/frontrun.py` runs this file under frontrun's own command:

    frontrun python benches/frontrun/programs.py NAME SIZE SECONDS

with the list of good ends as JSON behind that. It prints one line of JSON: what frontrun says, how many executions it
took, and the set of ends that it met.
"""

import json
import sys
import threading
import time
import types

PROGRAMS = {}


def program(make):
    """Enters a function from a size to setup, workers, and the text that our program prints for a state at its end."""
    PROGRAMS[make.__name__] = make
    return make


def state(**attributes):
    return lambda: types.SimpleNamespace(**{name: value() for name, value in attributes.items()})


def constant(value):
    return lambda: value


@program
def inc(n):
    def increment(s):
        v = s.x
        s.x = v + 1

    return state(x=int), [increment] * n, lambda s: f"x {s.x}"


@program
def readers(n):
    def write(s):
        s.x = 42

    def read(s):
        s.x

    return state(x=int), [write] + [read] * n, lambda s: f"x {s.x}"


@program
def lock_inc(n):
    def increment(s):
        with s.lock:
            s.x += 1

    return state(x=int, lock=lambda: threading.Lock()), [increment] * n, lambda s: f"x {s.x}"


@program
def last_zero(n):
    def read(s):
        i = n
        while s.a[i] != 0:
            i -= 1

    def writer(j):
        def write(s):
            s.a[j] = s.a[j - 1] + 1

        return write

    return state(a=lambda: [0] * (n + 1)), [read] + [writer(j) for j in range(1, n + 1)], lambda s: f"a {s.a}"


def forks(n):
    return state(fork=lambda: [threading.Lock() for _ in range(n)])


def diner(first, second):
    def dine(s):
        with s.fork[first]:
            with s.fork[second]:
                pass

    return dine


@program
def philosophers_naive(n):
    return forks(n), [diner(i, (i + 1) % n) for i in range(n)], constant_text("all have eaten")


@program
def philosophers_ordered(n):
    return forks(n), [diner(*sorted([i, (i + 1) % n])) for i in range(n)], constant_text("all have eaten")


def constant_text(text):
    return lambda s: text


@program
def abba(_):
    def forwards(s):
        with s.a:
            with s.b:
                pass

    def backwards(s):
        with s.b:
            with s.a:
                pass

    both = state(a=lambda: threading.Lock(), b=lambda: threading.Lock())
    return both, [forwards, backwards], constant_text("done")


@program
def store_buffering(_):
    def first(s):
        s.x = 1
        s.r1 = s.y

    def second(s):
        s.y = 1
        s.r2 = s.x

    return state(x=int, y=int, r1=int, r2=int), [first, second], lambda s: f"r1={s.r1} r2={s.r2}"


@program
def message_passing(_):
    def send(s):
        s.message = 1
        s.flag = 1

    def receive(s):
        s.r1 = s.flag
        s.r2 = s.message

    return state(message=int, flag=int, r1=int, r2=int), [send, receive], lambda s: f"r1={s.r1} r2={s.r2}"


@program
def reorder(n):
    def set_both(s):
        s.a = 1
        s.b = -1

    def check(s):
        first = s.a
        second = s.b
        s.seen = first, second

    def text(s):
        return "ok" if s.seen in [(0, 0), (1, -1)] else "bad"

    return state(a=int, b=int, seen=constant(None)), [set_both] * (n - 1) + [check], text


@program
def notify_before_wait(_):
    def cook(s):
        with s.bell:
            s.bell.notify()

    def serve(s):
        with s.bell:
            s.bell.wait()

    return state(bell=lambda: threading.Condition()), [serve, cook], constant_text("served")


@program
def double_checked(_):
    def getter(i):
        def get(s):
            if s.instance is None:
                with s.lock:
                    s.made += 1
                    s.instance = 10 + i
            # Each writes its own: nobody else reads it.
            if i == 0:
                s.got0 = s.instance
            else:
                s.got1 = s.instance

        return get

    start = state(instance=constant(None), made=int, lock=lambda: threading.Lock(), got0=int, got1=int)
    return start, [getter(0), getter(1)], lambda s: f"{s.made} {s.got0} {s.got1}"


def main():
    name, size, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    import frontrun

    setup, workers, text = PROGRAMS[name](size)
    good = json.loads(sys.argv[4])
    ends = set()

    def invariant(final):
        end = text(final)
        ends.add(end)
        return end in good

    start, start_cpu = time.perf_counter(), time.process_time()
    found = frontrun.explore(
        setup=setup, workers=workers, invariant=invariant, preemption_bound=None, stop_on_first=False,
        reproduce_on_failure=0, total_timeout=seconds,
    )
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
    told = {"holds": found.property_holds, "executions": found.num_explored, "exhausted": found.exhausted,
            "failure": found.failure_kind, "why": found.inconclusive_reason, "ends": sorted(ends),
            "seconds": seconds, "cpu": cpu}
    print(json.dumps(told, default=str))


if __name__ == "__main__":
    main()
