"""random with a seed: random, randint, randrange, getrandbits, choice: the numbers of CPython."""
import random

random.seed(42)
print([random.random() for _ in range(3)])
print([random.randint(1, 6) for _ in range(20)])
print([random.randrange(0, 100, 7) for _ in range(10)], [random.randrange(5) for _ in range(10)])
print(random.getrandbits(8), random.getrandbits(32), random.getrandbits(100), random.getrandbits(0))
print([random.choice("abcdef") for _ in range(10)], random.choice([1]), random.choice((1, 2, 3)))
for seed in (0, 1, -1, 10**30, 1.5, "text", b"bytes", True):
    random.seed(seed)
    print(seed, random.random(), random.randint(0, 10**20))
r = random.Random(7)
s = random.Random(7)
print(r.random() == s.random(), r.randint(0, 9), s.randint(0, 9), r.random() == random.random())
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], len(state[1]), state[0])
for test in (lambda: random.randrange(5, 2), lambda: random.randrange(0), lambda: random.choice([]), lambda: random.randrange(1.5)):
    try:
        print(test())
    except (ValueError, IndexError, TypeError) as problem:
        print(type(problem).__name__, problem)
print(random.randbytes(5))
