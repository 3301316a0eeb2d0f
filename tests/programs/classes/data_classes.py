"""dataclass: fields, defaults, ordering, frozen, post-init, replace and asdict."""
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, replace


@dataclass
class Cutlery:
    knives: int = 0
    forks: int = 0

    def give(self, to: "Cutlery", knives=0, forks=0):
        self.knives -= knives
        self.forks -= forks
        to.knives += knives
        to.forks += forks


kitchen, table = Cutlery(10, 10), Cutlery()
kitchen.give(table, knives=4, forks=3)
print(kitchen, table, kitchen == Cutlery(6, 7), kitchen != table)


@dataclass(order=True, frozen=True)
class Job:
    priority: int
    name: str = field(compare=False)
    tags: list = field(default_factory=list, repr=False, compare=False)


a, b = Job(2, "write"), Job(1, "read")
print(sorted([a, b]), a > b, a == Job(2, "other"), a.tags is b.tags, hash(a) == hash(Job(2, "x")))
try:
    a.priority = 5
except FrozenInstanceError as problem:
    print(type(problem).__name__, problem)
print(replace(a, priority=9), asdict(table), astuple(b), [f.name for f in fields(Job)])


@dataclass
class Order:
    price: float
    count: int = 1
    total: float = field(init=False)

    def __post_init__(self):
        self.total = self.price * self.count


print(Order(2.5, 4))
try:
    Order()
except TypeError as problem:
    print(problem)
try:

    @dataclass
    class Bad:
        items: list = []

except ValueError as problem:
    print(problem)


@dataclass
class Child(Order):
    note: str = ""


print(Child(1.0, 2, "hi"), Child.__match_args__)
