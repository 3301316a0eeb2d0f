# Two threads make a thing if there is none yet; the test is not repeated under the lock. Each notes which one it got.
# python: 3.14t
# traces: 6
# outcomes: 1 10 10 1, 1 11 11 1, 2 10 10 1, 2 10 11 2, 2 11 11 1
import threading

instance = None
made = 0
got = [None, None]
lock = threading.Lock()


def get(i):
    global instance, made
    if instance is None:
        with lock:
            made += 1
            instance = 10 + i
    got[i] = instance


threads = [threading.Thread(target=get, args=(i,)) for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(made, *got)
