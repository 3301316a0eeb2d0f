"""with on every primitive: what enter returns, release on exceptions, nesting, contextlib around locks."""
import contextlib
import threading

lock, rlock, cond = threading.Lock(), threading.RLock(), threading.Condition()
semaphore, bounded = threading.Semaphore(2), threading.BoundedSemaphore(1)
for primitive in (lock, rlock, cond, semaphore, bounded):
    with primitive as value:
        print(type(primitive).__name__, value)
with lock, rlock, cond, semaphore, bounded:
    print(lock.locked(), bounded.acquire(blocking=False), semaphore.acquire(blocking=False))
    semaphore.release()
print(lock.locked())
for primitive in (lock, semaphore, bounded):
    try:
        with primitive:
            raise KeyError("inside")
    except KeyError:
        print(primitive.acquire(blocking=False), end=" ")
        primitive.release()
print()


@contextlib.contextmanager
def ordered(*locks):
    with contextlib.ExitStack() as stack:
        for lock in sorted(locks, key=id):
            stack.enter_context(lock)
        yield len(locks)


locks = [threading.Lock() for _ in range(3)]
with ordered(*locks) as n:
    print(n, [x.locked() for x in locks])
print([x.locked() for x in locks])


def synchronized(f):
    guard = threading.RLock()

    def wrapper(*args):
        with guard:
            return f(*args)

    return wrapper


@synchronized
def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)


results = []
threads = [threading.Thread(target=lambda n=n: results.append(factorial(n))) for n in (3, 5, 7)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results))
