# Sorts pseudo-random numbers with a key function.
import sys


def rows(n):
    value, row = 1, []
    for _ in range(n):
        value = value * 1103515245 % 2147483648
        row.append(value)
    return row


def key(value):
    return value % 1000, value


print(sum(sorted(rows(int(sys.argv[1])), key=key)[:10]))
