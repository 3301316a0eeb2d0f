"""Chained comparisons evaluate each operand once; identity, membership, ordering of mixed types."""


def show(v):
    print(f"<{v}>", end="")
    return v


print(show(1) < show(2) < show(3))
print(show(3) < show(2) < show(1))
print(1 < 2 > 1 == 1 != 2 in [2], 1 < 3 in [3], not 1 in [2])
print(1 == 1.0 == True, 0 == False, "" == False, None == False, [] == ())
print((1, 2) < (1, 3) < (2,), [1] < [1, 0], "a" < "B", "Z" < "a", "" < "a")
print({1, 2} < {1, 2, 3}, {1} <= {1}, {1, 2} > {2}, {1} < {2}, {1} > {2})
a = [1]
b = a
print(a is b, a is not [1], a == [1], None is None)
nan = float("nan")
print(nan == nan, nan != nan, nan in [nan], [nan] == [nan], nan < 1, nan >= 1)
for test in (lambda: 1 < "a", lambda: [] < {}, lambda: None > 1, lambda: 1j < 2j, lambda: {} <= {}):
    try:
        print(test())
    except TypeError as problem:
        print(problem)
print(0 or "x", 0 and 1 / 0, "" or [] or None, 1 and 2 and 3, not [], not not "a")
x = 5
print(0 <= x < 10, 10 > x >= 5 > 4, (x == 5) is True)
