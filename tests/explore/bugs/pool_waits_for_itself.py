# A task of a pool with one worker waits for another task of the same pool.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=1)


def price(part):
    return {"frame": 80, "wheel": 20}[part]


def total():
    wheel = pool.submit(price, "wheel")
    return price("frame") + 2 * wheel.result()


print("bicycle", pool.submit(total).result())
pool.shutdown()
