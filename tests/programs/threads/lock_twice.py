"""A Lock taken twice by one thread blocks itself; an RLock does not; an exception in with releases."""
import threading

lock, rlock = threading.Lock(), threading.RLock()
with lock:
    print("again:", lock.acquire(timeout=0.1))
with rlock:
    print("again:", rlock.acquire(timeout=0.1))
    rlock.release()


def helper(the_lock):
    return the_lock.acquire(blocking=False)


with lock, rlock:
    print(helper(lock), helper(rlock))
    rlock.release()


class Account:
    def __init__(self, kind):
        self.lock, self.balance = kind(), 100

    def withdraw(self, n):
        if not self.lock.acquire(timeout=0.05):
            return "stuck"
        try:
            if n > self.balance:
                raise ValueError("too much")
            self.balance -= n
            return self.balance
        finally:
            self.lock.release()

    def withdraw_twice(self, n):
        with self.lock:
            return self.withdraw(n), self.withdraw(n)


print(Account(threading.RLock).withdraw_twice(10), Account(threading.Lock).withdraw_twice(10))
account = Account(threading.Lock)
try:
    account.withdraw(500)
except ValueError as problem:
    print(problem, account.lock.locked(), account.withdraw(1))
for wrong in (lambda: lock.release(), lambda: rlock.release(), lambda: lock.__exit__(None, None, None)):
    try:
        wrong()
    except RuntimeError as problem:
        print(problem)
print(lock.acquire(True, -1), lock.acquire(False, -1))
for timeout in (float("nan"), "x", -0.5):
    try:
        lock.acquire(timeout=timeout)
    except (OverflowError, ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
