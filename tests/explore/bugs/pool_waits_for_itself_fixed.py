# The main thread waits for the parts; no task waits for another.
# verdict: proved
# python: 3.14, 3.9, 3.14t
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=1)


def price(part):
    return {"frame": 80, "wheel": 20}[part]


frame = pool.submit(price, "frame")
wheel = pool.submit(price, "wheel")
print("bicycle", frame.result() + 2 * wheel.result())
pool.shutdown()
