# Calls of a Python function with two arguments: making and leaving frames.
import sys


def add(a, b):
    return a + b


def call(n):
    total = 0
    for i in range(n):
        total = add(total, i & 1)
    return total


print(call(int(sys.argv[1])))
