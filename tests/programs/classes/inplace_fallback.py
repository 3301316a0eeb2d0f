"""In-place operators: their own method, NotImplemented, a result of another type, a tuple item."""
class InPlace:
    def __init__(self):
        self.v = []

    def __iadd__(self, o):
        self.v.append(o)
        return NotImplemented if o == "no" else self

    def __add__(self, o):
        return f"plain add {o}"

    def __imul__(self, o):
        return "replaced"


x = keep = InPlace()
x += 1
print(x is keep, x.v)
x += "no"
print(x, keep.v)
y = InPlace()
y *= 2
print(y)
z = (1, [2])
try:
    z[1] += [3]
except TypeError as problem:
    print(problem, z)
