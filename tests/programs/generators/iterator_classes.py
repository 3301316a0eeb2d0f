"""Iterators written as classes and generators: peekable, chunks, windows, tree walks, infinite sequences, reset."""
import itertools


class Peekable:
    def __init__(self, iterable):
        self.it, self.ahead = iter(iterable), []

    def __iter__(self):
        return self

    def __next__(self):
        return self.ahead.pop() if self.ahead else next(self.it)

    def peek(self, default=None):
        if not self.ahead:
            try:
                self.ahead.append(next(self.it))
            except StopIteration:
                return default
        return self.ahead[0]


p = Peekable("abc")
print(p.peek(), next(p), p.peek(), list(p), p.peek("end"))


def tokens(text):
    chars = Peekable(text)
    for c in chars:
        if c.isdigit():
            number = c
            while chars.peek("").isdigit():
                number += next(chars)
            yield int(number)
        elif not c.isspace():
            yield c


def evaluate(source):
    stream = Peekable(tokens(source))

    def atom():
        token = next(stream)
        if token == "(":
            value = addition()
            next(stream)
            return value
        return -atom() if token == "-" else token

    def product():
        value = atom()
        while stream.peek() in ("*", "/"):
            value = value * atom() if next(stream) == "*" else value / atom()
        return value

    def addition():
        value = product()
        while stream.peek() in ("+", "-"):
            value = value + product() if next(stream) == "+" else value - product()
        return value

    return addition()


print([evaluate(s) for s in ("1 + 2 * 3", "(1+2)*3", "2*(3+4)*5 - 6/4", "-(2-5)")])


class Tree:
    def __init__(self, v, left=None, right=None):
        self.v, self.left, self.right = v, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.v
        if self.right:
            yield from self.right

    def __reversed__(self):
        return reversed(list(self))

    def levels(self):
        level = [self]
        while level:
            yield [t.v for t in level]
            level = [c for t in level for c in (t.left, t.right) if c]


t = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, Tree(5)))
print(list(t), list(reversed(t)), list(t.levels()), 5 in t, sum(t), max(t), sorted(t) == list(t))


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
