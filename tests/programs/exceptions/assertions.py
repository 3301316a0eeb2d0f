"""assert with and without a message; an uncaught AssertionError."""


def check(v):
    assert isinstance(v, int), f"not an int: {v!r}"
    assert v > 0
    return v


print(check(3))
for bad in ("x", -1):
    try:
        check(bad)
    except AssertionError as problem:
        print(repr(problem), str(problem), problem.args)
assert True, "not evaluated"
balance = [100, -20]
assert all(b >= 0 for b in balance), (
    "negative balance",
    balance,
)
