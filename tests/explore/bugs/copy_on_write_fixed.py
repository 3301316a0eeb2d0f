# Copies are made and put in place by one thread at a time; readers need no lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

settings = {}
changing = threading.Lock()


def change(key, value):
    global settings
    with changing:
        settings = dict(settings, **{key: value})


threads = [
    threading.Thread(target=change, args=("font", "serif")),
    threading.Thread(target=change, args=("size", 12)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(settings))
