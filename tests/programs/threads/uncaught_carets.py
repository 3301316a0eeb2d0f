"""Carets of many expressions, each raised in a thread of its own."""
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


def unpack():
    a, b, c = numbers, text
    return a


def loop():
    for item in box.v:
        return item


def comprehension():
    return [n / (n - 2) for n in numbers]


def augmented():
    value = text
    value += 1


def store():
    numbers[10] = box.v


def delete():
    del table["nope"]


def starred():
    return print(*numbers, *5)


def conditional():
    return (1 / 0 if box.v else 2)


def with_statement():
    with open_nothing():
        pass


def walrus():
    if (n := int("x")) > 1:
        return n


checks = [subscript, nested_key, attribute, call_none, binary, unary, comparison, chained_call, keyword_call, f_string, unpack, loop]
checks += [comprehension, augmented, store, delete, starred, conditional, with_statement, walrus]
for check in checks:
    t = threading.Thread(target=check, name=check.__name__)
    t.start()
    t.join()
