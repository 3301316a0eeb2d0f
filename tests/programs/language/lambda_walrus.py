"""Lambdas as values and the walrus operator in conditions, loops and comprehensions."""
add = lambda x, y=1, *rest, k=0, **kw: (x + y + sum(rest) + k, sorted(kw))
print(add(1), add(1, 2, 3, k=4, z=5), add.__name__)
print((lambda: None)(), (lambda *a: a)(1, 2), (lambda **k: k)(p=1))
print(sorted("hello World", key=lambda c: (c.lower(), c)))
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "?": lambda a, b: a if a > b else b}
print({k: v(7, 9) for k, v in ops.items()})
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)
print([fib(n) for n in range(15)])

data = [3, 8, 1, 12, 7]
if (n := len(data)) > 4:
    print("long", n)
it = iter(data)
while (v := next(it, None)) is not None:
    print(v, end=";")
print(v)
print([half for d in data if (half := d // 2) > 1], half)
print(any((found := d) > 10 for d in data), found)


def scope():
    values = [(total := total + d) for d in data] if (total := 0) == 0 else []
    return values, total


print(scope())
print((y := 1, y + 1), y)
print(f"{(w := 5)} {w:>3} {w:=+4}")
