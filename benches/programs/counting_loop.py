# A while loop that counts and adds: the instruction loop itself, with names in fast locals.
import sys


def count(n):
    total = 0
    i = 0
    while i < n:
        total = total + i % 7
        i = i + 1
    return total


print(count(int(sys.argv[1])))
