"""Class bodies: scope, loops and conditions, names seen by methods, nested classes, __qualname__."""
x = "module"


class Body:
    x = "class"
    seen = x
    for i in range(3):
        locals()[f"made_{i}"] = i * 10
    if seen == "class":

        def conditional(self):
            return "conditional"

    def method(self):
        return x

    def default(self, value=x):
        return value

    listed = [n for n in range(2)]
    try:
        broken = [x for _ in range(1)]
    except NameError as problem:
        broken = str(problem)

    class Inner:
        def look(self):
            return x, __class__.__qualname__

    print("body runs", sorted(n for n in locals() if not n.startswith("_")))
    del i


print(Body().method(), Body().default(), Body.seen, Body.made_2, Body.broken, Body.listed, Body().conditional())
print(Body.Inner().look(), Body.Inner.__qualname__, Body.method.__qualname__, hasattr(Body, "i"), Body.__module__)
