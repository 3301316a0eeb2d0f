"""f-strings: expressions, nesting, conversions, debug form, format specs, quotes inside."""
name, n, pi = "Ada", 42, 3.14159265
print(f"{name} {n} {pi}", f"{name!r:>8}|{n:08.3f}|{pi:.3}", f"{n:x} {n:#x} {n:b} {n:o} {n:c} {n:e}")
print(f"{n = } {name=} {pi = :.2f} {n + 1=} { name !r}")
width, precision = 10, 3
print(f"{pi:{width}.{precision}f}|{name:{'*'}^{width}}|{n:{'0'}{width}}")
print(f"{{literal}} {{{n}}} {'nested ' + f'{name!s:.2}'}")
print(f"{'a' if n > 40 else 'b'} {[i for i in range(3)]} {(lambda x: x * 2)(4)} {dict(a=1)['a']}")
print(f"{name.upper()!r} {name[0]} {name[::-1]} {len(name)} {n // 5} {n % 5} {-n} {not n}")
print(f"""multi
line {n}""")
print(rf"\n{n}\t", f"\t|{n}\x41", f"a" "b" f"{n}" "c")
print(f"{None} {True} {...} {[]} {()} { {1: 2} } { {3} }")
print(f"{name!a} {'ñ'!a} {'ñ'!r} {chr(0)!r}")
print(f"{'outer "quoted" text'} {f"{f"{1 + 1}"}"}")


class Money:
    def __init__(self, v):
        self.v = v

    def __format__(self, spec):
        return f"<{self.v} as {spec!r}>"

    def __repr__(self):
        return "Money()"


print(f"{Money(5)} {Money(6):any spec} {Money(7)!r} {Money(8)!s:>10} {Money(9)=}")
try:
    print(f"{n:zz}")
except ValueError as problem:
    print(problem)
try:
    print(f"{name:d}")
except ValueError as problem:
    print(problem)
print(f"{n:,} {1234567:,} {1234567.891:_.1f} {0.256:.1%} {-5:+d} {5:+} {5: d}")
