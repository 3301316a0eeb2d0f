"""itertools: the functions, finite and infinite."""
import itertools as it
import operator

print(list(it.islice(it.count(5, 3), 4)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat(7, 3)), next(it.count(0.5, 0.25)))
print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 4], max)), list(it.accumulate([1, 2], operator.mul, initial=10)))
print(list(it.chain("ab", [1])), list(it.chain.from_iterable([[1], "xy"])), list(it.compress("abcd", [1, 0, True, ""])))
print(list(it.dropwhile(lambda v: v < 3, [1, 4, 2])), list(it.takewhile(lambda v: v < 3, [1, 4, 2])), list(it.filterfalse(lambda v: v % 2, range(5))))
print([(k, list(g)) for k, g in it.groupby("aabbbca")], [(k, len(list(g))) for k, g in it.groupby(range(10), lambda v: v // 4)])
print(list(it.islice("abcdef", 2)), list(it.islice("abcdef", 1, 5, 2)), list(it.islice("abc", None)), list(it.pairwise([1, 2, 3])))
print(list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.zip_longest("ab", [1], fillvalue="-")), list(it.batched("abcdefg", 3)))
a, b = it.tee([1, 2, 3])
print(next(a), next(a), list(b), list(a))
print(list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.product()), list(it.product("a", [])))
print(list(it.permutations([1, 2, 3], 2)), ["".join(p) for p in it.permutations("abc")], list(it.permutations([], 0)))
print(list(it.combinations("abcd", 2)), list(it.combinations_with_replacement("ab", 2)), len(list(it.combinations(range(10), 5))))
print(it.count(3), it.repeat(1), it.repeat(1, 2), list(zip(it.count(), "ab")), it.count(1, 2))
for test in (lambda: it.islice([1], -1), lambda: list(it.combinations([1], -1)), lambda: next(it.cycle([])), lambda: it.batched("a", 0), lambda: it.count("x")):
    try:
        print(test())
    except (ValueError, TypeError, StopIteration) as problem:
        print(type(problem).__name__, problem)
c = it.count()
print([next(c) for _ in range(3)], list(it.islice(c, 2)), next(c))
grouped = it.groupby([1, 1, 2])
k1, g1 = next(grouped)
k2, g2 = next(grouped)
print(k1, list(g1), k2, list(g2))
