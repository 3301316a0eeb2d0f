# ---- What waits: the real thing underneath, and the conductor is told before a thread would wait. A thread that is
# woken and finds that it still has to wait tells it again.


class Clock:
    """Real time plus what was slept through: nobody really sleeps."""

    skipped = 0.0

    def until(self, deadline):
        self.skipped += max(0.0, deadline - self.monotonic())

    def monotonic(self):
        return real.monotonic() + self.skipped


class Lock:
    """threading.Lock."""

    make = staticmethod(lambda: real.allocate_lock())

    def __init__(self):
        self.real = self.make()
        self.owner = None

    def acquire(self, blocking=True, timeout=-1):
        taken = self.real.acquire(False)
        if not taken and blocking and timeout != 0:
            deadline = None if timeout == -1 else clock.monotonic() + timeout
            while not taken:
                if not conductor.block(self):
                    taken = self.real.acquire(blocking, timeout)
                    conductor.moved = True
                    break
                taken = self.real.acquire(False)
                if not taken and deadline is not None:
                    clock.until(deadline)
                    break
        if taken:
            self.owner = conductor.me()
        return taken

    def release(self):
        self.real.release()
        self.owner = None

    def locked(self):
        return self.real.locked()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *_):
        self.release()

    def __repr__(self):
        return repr(self.real)

    def _at_fork_reinit(self):
        self.real._at_fork_reinit()

    acquire_lock, release_lock, locked_lock = acquire, release, locked


class RLock(Lock):
    """threading.RLock."""

    make = staticmethod(lambda: real.RLock())

    def release(self):
        self.real.release()
        if not self.real._is_owned():
            self.owner = None

    def locked(self):
        return self.owner is not None

    def _is_owned(self):
        return self.real._is_owned()

    def _recursion_count(self):
        return self.real._recursion_count()

    def _release_save(self):
        self.owner = None
        return self.real._release_save()

    def _acquire_restore(self, state):
        self.acquire()
        self.real.release()
        self.real._acquire_restore(state)


class SimpleQueue:
    """queue.SimpleQueue, over a lock that is free as long as there is something to take."""

    def __init__(self):
        self.items = collections.deque()
        self.some = Lock()
        self.some.acquire()

    def put(self, item, block=True, timeout=None):
        self.items.append(item)
        if self.some.locked():
            self.some.release()

    def get(self, block=True, timeout=None):
        if timeout is not None and block and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self.some.acquire(block, -1 if timeout is None or not block else timeout):
            raise sys.modules["queue"].Empty
        item = self.items.popleft()
        if self.items:
            self.some.release()
        return item

    def put_nowait(self, item):
        self.put(item)

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self.items

    def qsize(self):
        return len(self.items)

    __class_getitem__ = classmethod(types.GenericAlias)


def sleep(seconds):
    if not seconds >= 0:
        return real.sleep(seconds)  # which complains
    deadline = clock.monotonic() + seconds
    if conductor.block("time to pass"):
        clock.until(deadline)
    else:
        real.sleep(seconds)


def join(thread, timeout=None):
    number = conductor.objects.get(id(thread))
    if number is None or number == conductor.me() or conductor.free:
        return real.join(thread, timeout)
    if conductor.ended[number] or timeout is not None and timeout <= 0:
        return None
    deadline = None if timeout is None else clock.monotonic() + timeout
    while not conductor.ended[number]:
        if not conductor.block(f"the end of {THREADS[number]}"):
            return real.join(thread, timeout)
        if not conductor.ended[number] and deadline is not None:
            return clock.until(deadline)


def is_alive(thread):
    number = conductor.objects.get(id(thread))
    return real.is_alive(thread) and (number is None or not conductor.ended[number])


def start(begin):
    """Wraps a function that starts threads."""

    def starting(function, *args, **options):
        number = conductor.add()
        if number >= len(THREADS):
            conductor.diverge("more threads are started than the schedule knows")
        thread = getattr(function, "__self__", None)
        if isinstance(thread, sys.modules["threading"].Thread):
            conductor.objects[id(thread)] = number
            keep.append(thread)

        def running(*args, **options):
            conductor.numbers[real.get_ident()] = number
            conductor.gates[number].acquire()
            try:
                return function(*args, **options)
            finally:
                conductor.ends(number)
                conductor.numbers.pop(real.get_ident(), None)

        return begin(running, *args, **options)

    return starting


def note_death(exception):
    import traceback
    lines = traceback.format_exception_only(exception)
    conductor.deaths.append([conductor.me(), lines[-1].strip()])


def patch():
    """Puts all that into the modules that programs use. What was there before is kept in `real`."""
    import _thread
    import queue
    import threading
    import time
    for name in ("allocate_lock", "RLock", "get_ident", "start_new_thread"):
        setattr(real, name, getattr(_thread, name))
    real.join, real.is_alive = threading.Thread.join, threading.Thread.is_alive
    real.sleep, real.monotonic = time.sleep, time.monotonic
    _thread.allocate_lock = threading._allocate_lock = threading.Lock = Lock
    _thread.RLock = threading.RLock = threading._CRLock = RLock
    for module, name in ((_thread, "start_new_thread"), (threading, "_start_new_thread"),
                         (_thread, "start_joinable_thread"), (threading, "_start_joinable_thread")):
        if hasattr(module, name):
            setattr(module, name, start(getattr(module, name)))
    threading.Thread.join, threading.Thread.is_alive = join, is_alive
    queue.SimpleQueue = SimpleQueue
    time.sleep = sleep
    for name in ("monotonic", "time", "perf_counter"):
        now, now_ns = getattr(time, name), getattr(time, name + "_ns")
        setattr(time, name, lambda now=now: now() + clock.skipped)
        setattr(time, name + "_ns", lambda now_ns=now_ns: now_ns() + int(clock.skipped * 1e9))
    threading._time = queue.time = time.monotonic
    make_args = threading.ExceptHookArgs

    def excepthook_args(args):
        args = make_args(args)
        if args.exc_type is not SystemExit:
            note_death(args.exc_value)
        return args

    threading.ExceptHookArgs = excepthook_args
