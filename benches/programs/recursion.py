# Recursive calls: the Fibonacci numbers by their definition, again and again.
import sys


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def again(times):
    total = 0
    for _ in range(times):
        total += fib(8)
    return total


print(again(int(sys.argv[1])))
