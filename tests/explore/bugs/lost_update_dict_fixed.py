# Each reader counts in a dict of its own, and the main thread adds them up.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading
from collections import Counter

parts = [Counter(), Counter()]


def count(part, words):
    for word in words:
        part[word] = part.get(word, 0) + 1


readers = [threading.Thread(target=count, args=(part, ["tea"])) for part in parts]
for reader in readers:
    reader.start()
for reader in readers:
    reader.join()
print(dict(parts[0] + parts[1]))
