"""Windows, merges and infinite sequences made of iterators."""
import itertools


def windows(values, n):
    its = itertools.tee(values, n)
    for i, it in enumerate(its):
        next(itertools.islice(it, i, i), None)
    return zip(*its)


print(list(windows(range(5), 3)), list(windows("abc", 2)))


def merge(*streams):
    heads = [(next(s), i, s) for i, s in enumerate(map(iter, streams))]
    while heads:
        v, i, s = heads.pop(heads.index(min(heads, key=lambda h: h[:2])))
        yield v
        for n in itertools.islice(s, 1):
            heads.append((n, i, s))


print(list(merge([1, 4, 9], [2, 3], [0, 10])))


def look_and_say(s="1"):
    while True:
        yield s
        s = "".join(f"{len(list(g))}{k}" for k, g in itertools.groupby(s))


print(list(itertools.islice(look_and_say(), 7)))
