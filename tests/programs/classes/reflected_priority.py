"""Which method is asked first: reflected methods of subclasses, NotImplemented, comparison mirrors, in-place fallbacks."""
log = []


class Base:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        log.append(f"{self.name}.add")
        return NotImplemented

    def __radd__(self, other):
        log.append(f"{self.name}.radd")
        return "radd"

    def __eq__(self, other):
        log.append(f"{self.name}.eq")
        return NotImplemented

    def __lt__(self, other):
        log.append(f"{self.name}.lt")
        return NotImplemented

    def __gt__(self, other):
        log.append(f"{self.name}.gt")
        return "gt" if self.name == "sub" else NotImplemented


class Sub(Base):
    def __radd__(self, other):
        log.append(f"{self.name}.radd(sub)")
        return "sub radd"


class Same(Base):
    pass


class Other:
    name = "other"

    def __radd__(self, other):
        log.append("other.radd")
        return "other"

    def __rsub__(self, other):
        return f"rsub {type(other).__name__}"

    def __rand__(self, other):
        return "rand"

    def __rpow__(self, other, mod=None):
        return "rpow"


def show(text, f):
    log.clear()
    try:
        result = f()
    except TypeError as problem:
        result = f"TypeError {problem}"
    print(text, result, log)


base, sub, same, other = Base("base"), Sub("sub"), Same("same"), Other()
show("base+base", lambda: base + Base("b2"))
show("base+sub", lambda: base + sub)
show("sub+base", lambda: sub + base)
show("base+same", lambda: base + same)
show("base+other", lambda: base + other)
show("base+5", lambda: base + 5)
show("5+base", lambda: 5 + base)
show("base==5", lambda: base == 5)
show("base==sub", lambda: base == sub)
show("base!=5", lambda: base != 5)
show("base<sub", lambda: base < sub)
show("base<5", lambda: base < 5)
show("5<sub", lambda: 5 < sub)
show("[]-other", lambda: [] - other)
show("5-other", lambda: 5 - other)
show("5&other", lambda: 5 & other)
show("2**other", lambda: 2**other)
show("other-5", lambda: other - 5)
