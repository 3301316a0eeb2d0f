"""Subclasses of int and str: what operations return."""


class Metre(int):
    def __new__(cls, v, unit="m"):
        self = super().__new__(cls, v)
        self.unit = unit
        return self

    def __repr__(self):
        return f"{int(self)}{self.unit}"

    def __add__(self, other):
        return Metre(int(self) + other, self.unit)


m = Metre(5, "km")
print(m, m + 1, m * 2, type(m * 2).__name__, 1 + m, sum([m, m]), m == 5, hash(m) == hash(5), [m], f"{m}", f"{m:03d}", int(m), m.bit_length(), {5: "x"}[m], range(m))


class Name(str):
    def __eq__(self, other):
        return self.lower() == str(other).lower()

    def __hash__(self):
        return hash(self.lower())

    def shout(self):
        return Name(self.upper() + "!")


n = Name("Ada")
print(n == "ADA", n != "ada", "ada" == n, n.shout(), type(n + "x").__name__, type(n.upper()).__name__, n[0], len(n), {n: 1}["ada"] if "ada" in {n: 1} else "absent", "%s" % n, repr(n), n in ["ADA"])
