"""Enumerations, dataclasses, typing and containers of a course in one program."""
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique
from dataclasses import *
from typing import *
import typing, functools, itertools, collections, heapq, abc
class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (0.6, 3.3)
    def __init__(self, m, r): self.m = m; self.r = r
    @property
    def g(self): return round(self.m / self.r, 2)
    @classmethod
    def first(cls): return list(cls)[0]
print(Planet.EARTH.g, Planet.first(), Planet.MARS.value, [p.name for p in Planet], Planet.EARTH in Planet)
class W(Enum):
    def _generate_next_value_(n, s, c, l): return n.lower()
    A = auto(); B = auto()
    @classmethod
    def _missing_(cls, v): return cls.A
print(W.A.value, W("zzz"), W.B == "b", W.A != W.B, hash(W.A) == hash(W.A))
try:
    @unique
    class Dup(Enum): A = 1; B = 1
except ValueError as e: print(e)
try: W.A = 3
except AttributeError as e: print(e)
try:
    class Sub(W): pass
except TypeError as e: print(e)
try: W.A < W.B
except TypeError as e: print(e)
class S(StrEnum): X = auto(); Y = "why"
print(S.X, S.Y + "!", repr(S.X), S("x"), f"{S.X:>5}", [*S], S.X == "x", isinstance(S.X, str))
class F(IntFlag): A = 1; B = 2; C = 4; ALL = 7
print(F.A | F.B, F(5), F.ALL & ~F.A, F(8) if 0 else 0, repr(F(3)), F.A | 8, 3 in F, F["A"], int(F.C), list(F.ALL))
try: Flag("X", "a b")(9)
except ValueError as e: print(e)
Anim = Enum("Anim", "CAT DOG"); print(Anim.CAT, Anim.DOG.value, Anim(1)); An2 = Enum("An2", {"a": 5}); print(An2.a)
@dataclass
class Base: x: int; y: int = 1
@dataclass
class Der(Base):
    z: list = field(default_factory=list); w: ClassVar[int] = 3; k: InitVar[int] = 0
    def __post_init__(self, k): self.sum = self.x + k
d = Der(1, k=5); print(d, d.sum, fields(d)[2].name, is_dataclass(d), Der.__match_args__, Der.w)
try: Der(1, 2, 3, 4, 5)
except TypeError as e: print(e)
try:
    @dataclass
    class Bad: x: int = 0; y: int
except TypeError as e: print(e)
try:
    @dataclass
    class Bad2: x: list = []
except ValueError as e: print(e)
@dataclass(kw_only=True, eq=False, repr=False)
class K: a: int
try: K(1)
except TypeError as e: print(e)
print(K(a=1).a, make_dataclass("MD", [("x", int), "y"])(1, 2), asdict(Der(1, z=[Base(2)])))
@dataclass(order=True, unsafe_hash=True)
class O: a: int; b: str = field(default="q", compare=False)
print(O(1) <= O(1, "z"), hash(O(1)) == hash(O(1, "p")), max(O(1), O(2)), O(1) != O(2))
try: O(1) < 3
except TypeError as e: print(e)
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, v: T) -> None: self.v = v
    def get(self) -> T: return self.v
print(Box[int](3).get(), Box[int], get_type_hints(Box.get), List[int], Dict[str, List[int]], Callable[[int], str], Tuple[int, ...], Any, Literal["a"], Final, Optional[str], get_origin(List[int]), get_args(Dict[str, int]), cast(int, "x"), NewType("U", int)(5), Annotated[int, "m"], Iterable[int], Union[int, str, None])
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
print(isinstance([], HasLen), isinstance(3, HasLen))
@overload
def ov(x: int) -> int: ...
def ov(x): return x
print(ov(1), typing.TYPE_CHECKING)
def g[T2](x: T2) -> T2: return x
class Bx[T3]: pass
type Al = list[int]
print(g(1), g.__type_params__, Bx[int], Al, Al.__value__)
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self) -> float: ...
    def __str__(self): return f"{type(self).__name__}({self.area():.2f})"
class Sq(Shape):
    def __init__(s, a): s.a = a
    def area(s): return s.a ** 2
print(Sq(2), isinstance(Sq(1), Shape)); Shape.register(int); print(isinstance(3, Shape))
class It:
    def __init__(s, n): s.n = n
    def __iter__(s): return s
    def __next__(s):
        if s.n <= 0: raise StopIteration
        s.n -= 1; return s.n
print(list(It(3)), sum(It(4)), 2 in It(5), dict(enumerate(It(2))), sorted(It(3)), tuple(zip(It(2), It(3))), max(It(3)), [*It(2)], list(map(str, It(2))), ",".join(map(str, It(3))))
class Cnt(collections.UserDict):
    def __missing__(s, k): return 0
c = Cnt(a=1); print(c["z"], c, len(c), "a" in c); 
class DD(dict):
    def __missing__(s, k): s[k] = k * 2; return s[k]
print(DD()[4], DD(a=1).get("b"))
class L(list):
    def __getitem__(s, i): return super().__getitem__(i - 1) if isinstance(i, int) else super().__getitem__(i)
print(L([1, 2])[1], L("ab"), L([1]) + [2], type(L([1])[0:1]))
@functools.total_ordering
class TO:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(TO(1) >= TO(1), TO(2) > TO(1), sorted([TO(2), TO(1)], key=functools.cmp_to_key(lambda a, b: a.v - b.v))[0].v)
@functools.cache
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(ack(2, 3), ack.cache_info().hits > 0, functools.partial(print, "a", sep="-"), functools.partialmethod)
print(list(itertools.combinations_with_replacement("ab", 2)), list(itertools.cycle("ab").__next__() for _ in range(1)), [list(x) for x in itertools.tee([1, 2])], list(itertools.count(1.5, .5).__next__() for _ in range(1)), list(itertools.accumulate([3, 1, 2], max, initial=0)))
pq = []
for p, t in [(2, "b"), (1, "a"), (2, "a")]: heapq.heappush(pq, (p, t))
print([heapq.heappop(pq) for _ in range(3)], heapq.nlargest(2, [1, 3, 2], key=lambda x: -x))
class P2:
    __slots__ = ("a", "b")
    def __init__(s): s.a = 1
p = P2()
for code in ("p.b", "p.c = 1", "p.__dict__", "del p.b", "P2.a", "p.a.x", "P2().zz"):
    try: exec(code); print(code, "ok")
    except AttributeError as e: print(code, e)
class Temp:
    def __init__(s): s._c = 0
    @property
    def f(s):
        "deg"
        return s._c * 9 / 5 + 32
    @f.setter
    def f(s, v): s._c = (v - 32) * 5 / 9
    @f.deleter
    def f(s): print("del"); s._c = 0
t = Temp(); t.f = 212; print(t._c, Temp.f.__doc__); del t.f; print(t.f)
try: object().x = 1
except AttributeError as e: print(e)
try: Temp.nope
except AttributeError as e: print(e)
try: super().x
except RuntimeError as e: print(e)
print(Temp, Temp(), sep="\n") if 0 else print(Temp.__name__, Temp.__module__, Temp.__qualname__, t.__class__, t.__dict__, dir(t)[-2:], hasattr(t, "f"), getattr(t, "q", "def"), callable(t), setattr(t, "n", 1), vars(t))
class Ctx:
    def __del__(self): print("del ctx")
x = Ctx(); del x; print("after")
print(type("Dyn", (Base,), {"k": 1})(1, 2), type(Base).__name__, Base.__eq__ is not object.__eq__, object.__subclasshook__(1))
