"""property with getter, setter, deleter; read-only errors; class attributes against instance attributes."""


class Temperature:
    scale = "C"

    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def degrees(self):
        "The degrees."
        return self._degrees

    @degrees.setter
    def degrees(self, v):
        if v < -273.15:
            raise ValueError("too cold")
        self._degrees = v

    @degrees.deleter
    def degrees(self):
        print("deleting")
        self._degrees = 0

    @property
    def fahrenheit(self):
        return self._degrees * 9 / 5 + 32


t = Temperature(100)
print(t.degrees, t.fahrenheit, Temperature.degrees.__doc__, t.__dict__)
t.degrees += 5
del t.degrees
print(t.degrees)
for action in ("t.degrees = -300", "t.fahrenheit = 1", "del t.fahrenheit", "t.nothing"):
    try:
        exec(action)
    except (ValueError, AttributeError) as problem:
        print(type(problem).__name__, problem)
other = Temperature(1)
other.scale = "K"
print(t.scale, other.scale, Temperature.scale, "scale" in vars(t), "scale" in vars(other))
Temperature.scale = "F"
print(t.scale, other.scale)
del other.scale
print(other.scale, hasattr(t, "scale"), hasattr(t, "zzz"), getattr(t, "zzz", "default"))
setattr(t, "added", [1])
t.added.append(2)
print(vars(t), sorted(n for n in dir(t) if not n.startswith("_")))
delattr(t, "added")
print(vars(t))
