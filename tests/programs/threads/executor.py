"""A pool of threads from concurrent.futures: results, exceptions, callbacks, order of completion."""
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait


def square(number):
    time.sleep(0.06 * number)
    if number == 3:
        raise ValueError("three")
    return number * number


with ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(square, number) for number in range(5)]
    for future in as_completed(futures):
        error = future.exception()
        print(futures.index(future), error if error else future.result())
    print(list(pool.map(lambda text: text.upper(), ["a", "b", "c"])))

with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as pool:
    slow, quick = pool.submit(square, 4), pool.submit(square, 1)
    called = []
    quick.add_done_callback(lambda future: called.append(future.result()))
    done, pending = wait([slow, quick], return_when=FIRST_COMPLETED)
    print(quick in done, slow in pending, slow.done())
print(called, slow.result(), slow.cancelled(), slow.cancel())
try:
    pool.submit(square, 1)
except RuntimeError as error:
    print(error)
