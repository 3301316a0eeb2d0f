# The pool is closed when the producer has ended.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=1)


def produce():
    pool.submit(print, "work done")


producer = threading.Thread(target=produce)
producer.start()
producer.join()
pool.shutdown()
