# Reading and writing an attribute of an instance: dictionaries, classes and the copy-on-write check.
import sys


class Counter:
    def __init__(self):
        self.value = 0


def change(n):
    counter = Counter()
    for i in range(n):
        counter.value = counter.value + (i & 1)
    return counter.value


print(change(int(sys.argv[1])))
