"""An uncaught exception inside a generator that a function drives from a comprehension."""


def numbers(texts):
    for text in texts:
        yield int(text)


def doubled(values):
    for v in values:
        yield v * 2


def collect(texts):
    return [v + 1 for v in doubled(numbers(texts))]


print(collect(["1", "2"]))
print(collect(["1", "two", "3"]))
