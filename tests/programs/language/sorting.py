"""sorted and list.sort: keys, reverse, stability, mixed errors, functools.cmp_to_key."""
import functools
import operator

words = ["pear", "Fig", "apple", "fig", "Apple", "kiwi"]
print(sorted(words))
print(sorted(words, key=str.lower))
print(sorted(words, key=len), sorted(words, key=len, reverse=True))
print(sorted(words, key=lambda w: (-len(w), w)))
people = [("ann", 30), ("bob", 25), ("cid", 30), ("dan", 25)]
people.sort(key=operator.itemgetter(1))
print(people)
people.sort(key=operator.itemgetter(1), reverse=True)
print(people)
print(sorted({"b": 1, "a": 2}), sorted({3, 1, 2}), sorted("hello"), sorted((3, 1)), sorted(x % 3 for x in range(6)))
print(words.sort(), words)
numbers = [5, 2.5, True, -1, 10**20]
print(sorted(numbers), sorted(numbers, key=lambda v: -v))
print(sorted([[2], [1, 5], [1]]), sorted([(1, "b"), (1, "a")]), sorted([], key=1))


def by_last(a, b):
    return (a[-1] > b[-1]) - (a[-1] < b[-1])


print(sorted(["za", "yb", "xa"], key=functools.cmp_to_key(by_last)))
log = []


class Noisy:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        log.append((self.v, other.v))
        return self.v < other.v


print([n.v for n in sorted([Noisy(3), Noisy(1), Noisy(2)])], log)
for test in (lambda: sorted([1, "a"]), lambda: sorted([None, None]), lambda: [1].sort(1), lambda: sorted(5), lambda: sorted([1], None)):
    try:
        print(test())
    except TypeError as problem:
        print(problem)
import random
random.seed(3)
many = [random.randrange(1000) for _ in range(300)]
ordered = sorted(many)
print(all(a <= b for a, b in zip(ordered, ordered[1:])), ordered[:5], ordered[-3:], sum(many))
