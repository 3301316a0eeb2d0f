"""Regular expressions with character sets and groups that take no part; modules that stand on them."""
import decimal
import re
import statistics

print(re.findall(r"[a-z_éßα]+", "abc_é ΑΒ α x"))
print(re.match(r"(a)(b)?(c)?", "a").groups(), re.match(r"(?P<x>a)|(?P<y>b)", "a")["y"])
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.split(r"[,;]\s*", "a, b;c"))
print([m.span() for m in re.finditer(r"\b\w", "to be or not")])
print(statistics.mean([1, 2, 3, 4]), statistics.stdev([1, 2, 3, 4]), statistics.median([3, 1, 2]))
print(decimal.Decimal("1.10") + 1, decimal.Decimal(1) / 3, round(decimal.Decimal("2.675"), 2))
