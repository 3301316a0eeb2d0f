"""Recursion and small algorithms: hanoi, permutations, queens, ackermann, memo by hand."""


def hanoi(n, a="A", b="B", c="C"):
    if n == 0:
        return []
    return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)


print(len(hanoi(6)), "".join(a + b for a, b in hanoi(3)))


def permute(items):
    if not items:
        return [[]]
    return [[x] + rest for i, x in enumerate(items) for rest in permute(items[:i] + items[i + 1 :])]


print(permute([1, 2, 3]), len(permute(list(range(6)))))


def queens(n, placed=()):
    if len(placed) == n:
        return [placed]
    found = []
    for column in range(n):
        if all(column != c and abs(column - c) != len(placed) - r for r, c in enumerate(placed)):
            found += queens(n, placed + (column,))
    return found


print(len(queens(6)), queens(6)[0])


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


print(ackermann(2, 3))
memo = {}


def ways(amount, coins):
    key = amount, coins
    if key not in memo:
        if amount == 0:
            memo[key] = 1
        elif amount < 0 or not coins:
            memo[key] = 0
        else:
            memo[key] = ways(amount - coins[0], coins) + ways(amount, coins[1:])
    return memo[key]


print(ways(100, (50, 25, 10, 5, 1)), len(memo))


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


print(is_even(300), is_odd(7))
