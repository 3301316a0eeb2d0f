# A producer hands in work just after the pool has been closed.
# verdict: counterexample
# kinds: exception RuntimeError
# python: 3.14, 3.9, 3.14t
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=1)


def produce():
    pool.submit(print, "work done")


producer = threading.Thread(target=produce)
producer.start()
pool.shutdown()
producer.join()
