"""match: literals, captures, sequences, mappings, classes, guards, or-patterns, as."""
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Plain:
    __match_args__ = ("name",)

    def __init__(self, name):
        self.name = name


class Color:
    RED = "r"


def kind(v):
    match v:
        case 0 | 1 as small:
            return f"small {small}"
        case True:
            return "never: 1 == True"
        case int(n) if n < 0:
            return f"negative {n}"
        case float() | int():
            return "number"
        case Color.RED:
            return "red"
        case "a" | "b":
            return "letter"
        case str(s):
            return f"text {s!r}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [Point(x=0), *rest]:
            return f"starts on axis, {len(rest)} more"
        case (first, *_, last):
            return f"from {first} to {last}"
        case {"op": op, "args": [a, b], **rest}:
            return f"{op}({a}, {b}) {rest}"
        case {}:
            return "mapping"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x=px):
            return f"point {px}"
        case Plain("bob" | "eve" as who):
            return f"known {who}"
        case None:
            return "nothing"
        case _:
            return "other"


values = [0, True, -5, 7, 2.5, "r", "b", "zz", [], [9], [1, 2, 3], [Point(0, 1), 5], (1, 2)]
values += [{"op": "add", "args": (1, 2), "z": 3}, {"k": 1}, Point(2, 2), Point(3, 4), Plain("eve"), Plain("x"), None, {1}]
for v in values:
    print(kind(v))
