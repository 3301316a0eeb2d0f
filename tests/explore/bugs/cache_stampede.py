# Two threads miss the same entry of a cache, and both do the expensive work.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

cache = {}
computed = []


def expensive(n):
    computed.append(n)
    return n * n


def square(n):
    try:
        return cache[n]
    except KeyError:
        cache[n] = expensive(n)
        return cache[n]


threads = [threading.Thread(target=square, args=(12,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert computed == [12], f"computed {len(computed)} times"
print(cache)
