"""Context managers, string formatting, heaps, caches, special methods and their errors."""
import threading
# deadlock report / daemon at exit / exceptions in with
class Res:
    def __init__(self, n): self.n = n
    def __enter__(self): print("open", self.n); return self
    def __exit__(self, t, v, tb): print("close", self.n, t and t.__name__); return self.n == "b"
with Res("a") as a, Res("b") as b:
    raise KeyError("x")
print("go")
try:
    with Res("a"), Res("c"): raise OSError(2, "No such file", "f.txt")
except OSError as e: print(e, e.errno, e.strerror, e.filename, repr(e))
import string
class Fmt(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, f"<{k}>") if isinstance(k, str) else a[k]
print(Fmt().format("{x} {y} {0}", 1, x=2))
print("{:{fill}{align}{w}}".format("x", fill="*", align="^", w=5), "{0.__class__.__name__}".format(3), f"{'x':{'*'}^{5}}", f"{[1,2]!s:>10}", f"{{}}", f"{3:{4}d}", f"{1_000_000:_}", f"{-5:=+6d}", f"{255:#010b}", f"{1e3:g} {1e-5:g} {123456789.0:g} {0.1:.20f}", f"{True:d}", f"{'%'}", f"{1.5:n}", f"{12:c}" if 0 else "", f"{3+4j:.1f}")
for spec in ("{:q}", "{:10.2d}", "{:,s}", "{:s}", "{!z}", "{", "}", "{0} {}", "{a.b}", "{0[x]}"):
    try: print(spec.format(5))
    except Exception as e: print(spec, type(e).__name__, e)
print("%(a)d %(b)s" % {"a": 1, "b": "x"}, "%-5s|%5.2f|%03d|%+.1e|%c|%o|%#x|%i" % ("a", 3.14159, 7, 12345.6, "c", 8, 255, 9.9))
for fmt, v in (("%d", "a"), ("%s %s", (1,)), ("%s", (1, 2)), ("%(a)s", 1), ("%z", 1), ("%c", "ab"), ("%d %", 1), ("%x", 1.5), ("%f", None)):
    try: print(fmt % v)
    except Exception as e: print(fmt, type(e).__name__, e)
import heapq
class Task:
    def __init__(s, p, n): s.p, s.n = p, n
    def __lt__(s, o): return s.p < o.p
    def __repr__(s): return f"T({s.p},{s.n})"
h = []
for t in (Task(3, "a"), Task(1, "b"), Task(2, "c")): heapq.heappush(h, t)
print(h, [heapq.heappop(h) for _ in range(3)])
try: heapq.heappop([])
except IndexError as e: print(e)
try: heapq.heapify([1, "a"])
except TypeError as e: print(e)
from functools import *
@lru_cache(maxsize=2)
def sq(x): print("c", x); return x * x
sq(1); sq(2); sq(1); sq(3); sq(2); print(sq.cache_info(), sq.cache_parameters()); sq.cache_clear(); print(sq.cache_info())
class Desc:
    def __get__(s, i, o=None): return "got"
class C:
    d = Desc(); x: int = 3
    def __init_subclass__(cls, /, tag=None, **kw): cls.tag = tag
    def __class_getitem__(cls, k): return f"C[{k}]"
    def __contains__(self, k): return k == 1
    def __len__(self): return 0
    def __index__(self): return 2
    def __int__(self): return 9
    def __float__(self): return 1.5
    def __round__(self, n=None): return ("r", n)
    def __reversed__(self): return iter("zy")
    def __missing__(self, k): return k
    def __dir__(self): return ["b", "a"]
    def __bytes__(self): return b"B"
    def __divmod__(self, o): return "dm"
    def __rpow__(self, o): return ("rp", o)
    def __length_hint__(self): return 4
    def __sizeof__(self): return 100
    def __copy__(self): return "copied"
    def __deepcopy__(self, m): return "deep"
class S(C, tag="T"): pass
c = C()
import copy
print(c.d, C.d, S.tag, C[5], 1 in c, bool(c), [0, 1, 5][c], int(c), float(c), round(c), round(c, 1), list(reversed(c)), dir(c), bytes(c), divmod(c, 1), 2 ** c, copy.copy(c), copy.deepcopy(c), hex(c), "ab" * c, range(c), C.__annotations__)
for code in ("c < c", "c + 1", "-c", "c[0]", "c()", "iter(c)", "c @ c", "hash(c) and 1", "c.zz", "del c.zz", "c.x = 4", "len(S())", "abs(c)", "str(c)[:20]", "c == c", "next(c)", "with_c", "[*c]", "f(**c)", "c in 5", "c and 1", "sum([c])", "max(c, c)", "sorted([c, c])", "'a' in c", "isinstance(c, S)", "issubclass(c, S)", "C.nope", "C()()", "type(c)(1)", "super(C, 5).x", "object.__new__(5)", "C.__init__()", "int.__add__(1)", "int.__add__('a', 1)", "str.upper()", "str.upper(5)", "list.append([])"):
    try: exec(code); print(code, "ok")
    except BaseException as e: print(code, "->", type(e).__name__, e)
