"""__getattr__, __getattribute__, __setattr__, __delattr__, __dir__ and __dict__."""


class Recorder:
    def __init__(self):
        object.__setattr__(self, "log", [])
        self.x = 1

    def __getattr__(self, name):
        self.log.append(f"missing {name}")
        if name.startswith("no"):
            raise AttributeError(f"really no {name}")
        return name.upper()

    def __setattr__(self, name, v):
        self.log.append(f"set {name}")
        object.__setattr__(self, name, v)

    def __delattr__(self, name):
        self.log.append(f"del {name}")
        object.__delattr__(self, name)

    def __dir__(self):
        return ["zeta", "alpha"]


r = Recorder()
print(r.x, r.y, hasattr(r, "nope"), hasattr(r, "yes"), getattr(r, "nothing", 5), dir(r))
r.x += 1
del r.x
print(r.x, r.log)


class Strict:
    a = 1

    def __getattribute__(self, name):
        if name == "a":
            return "intercepted"
        return object.__getattribute__(self, name)


s = Strict()
s.b = 2
print(s.a, s.b, Strict.a, s.__dict__, type(s).__dict__["a"])


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        return getattr(self._target, name)


p = Proxy([3, 1, 2])
p.sort()
print(p._target, p.index(3), p.__len__())
try:
    len(p)
except TypeError as problem:
    print(problem)
try:
    r.nope
except AttributeError as problem:
    print(problem, problem.name, problem.obj)
