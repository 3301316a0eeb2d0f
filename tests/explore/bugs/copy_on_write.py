# Settings are replaced by a changed copy, and a change made to the original meanwhile is lost.
# verdict: counterexample
# kinds: output
# python: 3.14, 3.9, 3.14t
import threading

settings = {}


def change(key, value):
    global settings
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
