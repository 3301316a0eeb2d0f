# Two readers count words in one dict, and a count read with get() may be old when it is stored.
# verdict: counterexample
# kinds: output
# python: 3.14, 3.9, 3.14t
import threading

counts = {}


def count(words):
    for word in words:
        counts[word] = counts.get(word, 0) + 1


first = threading.Thread(target=count, args=(["tea"],))
second = threading.Thread(target=count, args=(["tea"],))
first.start()
second.start()
first.join()
second.join()
print(counts)
