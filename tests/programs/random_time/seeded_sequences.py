"""random with a seed: shuffle, sample, choices: the numbers of CPython."""
import random

random.seed(2024)
deck = list(range(12))
random.shuffle(deck)
print(deck)
print(random.sample(range(100), 5), random.sample("abcdef", 3), random.sample([1, 2, 3], 3), random.sample(range(10**9), 3))
print(random.sample(["x", "y"], counts=[3, 1], k=3))
print(random.choices("abc", k=10), random.choices([1, 2, 3], weights=[10, 1, 1], k=8), random.choices("xy", cum_weights=[1, 5], k=5))
print(random.sample([], 0), random.choices("a", k=0))
for test in (lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1), lambda: random.choices([], k=1), lambda: random.choices("ab", weights=[1]), lambda: random.sample([1], -1), lambda: random.shuffle("abc"), lambda: random.choices("ab", weights=[0, 0])):
    try:
        print(test())
    except (ValueError, TypeError, IndexError) as problem:
        print(type(problem).__name__, problem)
random.seed("cards")
suits = [f"{v}{s}" for s in "SHDC" for v in "A23456789TJQK"]
random.shuffle(suits)
print(" ".join(suits[:13]))
inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(2000))
print(4 * inside / 2000)
grid = [[random.choice(".#") for _ in range(8)] for _ in range(3)]
print(*map("".join, grid), sep="\n")
