"""A peekable iterator class, a tokeniser over it and a small calculator."""
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
