"""Names bound by except, exceptions in except expressions, nested handlers with the same name."""
e = "outer"


def same_names():
    found = []
    try:
        raise ValueError(1)
    except ValueError as e:
        try:
            raise KeyError(2)
        except KeyError as e:
            found.append(repr(e))
        try:
            found.append(repr(e))
        except UnboundLocalError as problem:
            found.append(str(problem))
    return found


print(same_names(), e)


def kinds():
    return ValueError, KeyError


def chosen():
    print("choosing", end=" ")
    return kinds()


for problem in (ValueError("v"), KeyError("k"), TypeError("t")):
    try:
        try:
            raise problem
        except chosen() as caught:
            print("caught", repr(caught))
    except TypeError:
        print("passed on")
try:
    try:
        1 / 0
    except undefined_name:
        pass
except NameError as problem:
    print(problem, repr(problem.__context__))
