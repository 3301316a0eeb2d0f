"""Carets of expressions: subscripts, attributes, calls, operators, each raised in a thread of its own."""
import threading


class Box:
    v = 5
    items = [1, 2, 3]


box, text, numbers, table = Box(), "text", [1, 2, 3], {"a": {"b": 1}}


def subscript():
    return numbers[0] + numbers[7] + numbers[1]


def nested_key():
    return table["a"]["c"]["d"]


def attribute():
    return box.items.lenght + 1


def call_none():
    return box.v(1, 2)


def binary():
    return box.v + numbers[0] * text + 2.5 ** None


def unary():
    return 1 + -text


def comparison():
    return 1 < 2 < text


def chained_call():
    return text.upper().strip().nope().lower()


def keyword_call():
    return sorted(numbers, key=lambda n: n / 0, reverse=True)


def f_string():
    return f"value {box.v:>5} and {1 / 0:.2f}"


checks = [subscript, nested_key, attribute, call_none, binary, unary, comparison, chained_call, keyword_call, f_string]
for check in checks:
    t = threading.Thread(target=check, name=check.__name__)
    t.start()
    t.join()
