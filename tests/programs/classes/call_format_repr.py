"""__call__, __repr__, __str__, __format__, __int__, __float__, __index__, __complex__, __round__."""


class Fraction:
    def __init__(self, n, d):
        self.n, self.d = n, d

    def __repr__(self):
        return f"Fraction({self.n}, {self.d})"

    def __str__(self):
        return f"{self.n}/{self.d}"

    def __format__(self, spec):
        if spec == "mixed":
            return f"{self.n // self.d} {self.n % self.d}/{self.d}"
        return format(str(self), spec)

    def __call__(self, *args, scale=1):
        return self.n * scale, args

    def __float__(self):
        return self.n / self.d

    def __int__(self):
        return self.n // self.d

    def __index__(self):
        return int(self)

    def __round__(self, digits=None):
        return f"rounded {digits}"

    def __trunc__(self):
        return 99

    def __bool__(self):
        return self.n != 0


f = Fraction(7, 2)
print(f, repr(f), [f], (f,), {f.n: f}, f"{f}", f"{f!r}", f"{f:>6}|{f:mixed}", "%s %r" % (f, f), "{} {!r}".format(f, f))
print(f(), f(1, 2, scale=10), float(f), int(f), round(f), round(f, 2), [10, 20, 30, 40][f], "abcdef"[f:], range(f), hex(f), bool(Fraction(0, 1)))


class OnlyRepr:
    def __repr__(self):
        return "<only repr>"


class Nothing:
    pass


print(str(OnlyRepr()), f"{OnlyRepr()}", [OnlyRepr()])
print(repr(Nothing()).startswith("<__main__.Nothing object at 0x"), Nothing, repr(Nothing.__init__)[:13])
try:
    f"{OnlyRepr():>5}"
except TypeError as problem:
    print(problem)
try:
    Nothing()()
except TypeError as problem:
    print(problem)
print(callable(f), callable(Nothing()), callable(Nothing), callable(len), callable(lambda: 0))
