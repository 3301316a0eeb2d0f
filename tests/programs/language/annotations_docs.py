"""Annotations that are not evaluated for locals, docstrings, function attributes, type aliases, generics."""
from typing import Any, Generic, NamedTuple, Optional, TypeVar, Union


def add(a: int, b: "str" = "x", *args: float, c: list[int] | None = None, **kw: Any) -> dict[str, int]:
    """Adds.

    More text."""
    local: undefined_name = 5
    return local


print(add(1), add.__doc__, add.__name__, add.__module__, add.__defaults__, add.__kwdefaults__)
print(add.__annotations__["a"], add.__annotations__["b"], add.__annotations__["c"], add.__annotations__["return"])
add.calls = 3
print(add.calls, vars(add), add.__code__.co_varnames[:4], add.__code__.co_flags & 0x0C)
T = TypeVar("T")


class Stack(Generic[T]):
    """A stack."""

    items: list[T]
    limit: int = 10

    def __init__(self) -> None:
        self.items = []

    def push(self, item: T) -> None:
        self.items.append(item)


s: Stack[int] = Stack()
s.push(1)
print(s.items, Stack.__doc__, sorted(Stack.__annotations__), Stack.limit, hasattr(Stack, "items"))
print(Optional[int] == Union[int, None], list[int], dict[str, list[int]], T, int | None)


class Point(NamedTuple):
    x: int
    y: int = 0


def first[U](items: list[U]) -> U:
    return items[0]


class Box[V]:
    def __init__(self, v: V):
        self.v = v


type Number = int | float
print(Point(1), Point(1, 2)._asdict(), first([5]), Box("b").v, Number, Number.__value__, first.__type_params__)
n: int
try:
    n
except NameError as problem:
    print(problem)
