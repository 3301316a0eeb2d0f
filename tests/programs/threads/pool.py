"""A small thread pool written with a queue: results in order, exceptions kept for the one who asks."""
import queue
import threading


class Future:
    def __init__(self):
        self.done, self.value, self.problem = threading.Event(), None, None

    def result(self, timeout=None):
        if not self.done.wait(timeout):
            raise TimeoutError("not yet")
        if self.problem:
            raise self.problem
        return self.value


class Pool:
    def __init__(self, size):
        self.tasks = queue.Queue()
        self.threads = [threading.Thread(target=self.work, name=f"pool-{n}") for n in range(size)]
        for t in self.threads:
            t.start()

    def work(self):
        while (task := self.tasks.get()) is not None:
            future, f, args = task
            try:
                future.value = f(*args)
            except Exception as problem:
                future.problem = problem
            future.done.set()

    def submit(self, f, *args):
        future = Future()
        self.tasks.put((future, f, args))
        return future

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        for _ in self.threads:
            self.tasks.put(None)
        for t in self.threads:
            t.join()


with Pool(3) as pool:
    futures = [pool.submit(pow, n, 2) for n in range(6)]
    print([f.result() for f in futures])
    bad = pool.submit(int, "x")
    try:
        bad.result()
    except ValueError as problem:
        print("from the pool:", problem)
    gate = threading.Event()
    waiting = pool.submit(gate.wait)
    try:
        waiting.result(timeout=0.05)
    except TimeoutError as problem:
        print(problem)
    gate.set()
    print(waiting.result())
print([t.is_alive() for t in pool.threads])
