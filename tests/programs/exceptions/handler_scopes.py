"""Names bound by except, exceptions in except expressions, nested handlers with the same name, return inside try."""
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


def returns(n):
    try:
        if n == 1:
            return "try"
        {}[n]
    except KeyError:
        return "except"
    else:
        return "else"
    finally:
        print("finally", end=" ")


print(returns(1), returns(2))


def loop():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        except ValueError:
            pass
        else:
            out.append("else")
        finally:
            out.append("f")
    return out


print(loop())


def keeps_traceback():
    try:
        raise ValueError("kept")
    except ValueError as problem:
        kept = problem
    depth, tb = 0, kept.__traceback__
    while tb:
        depth, tb = depth + 1, tb.tb_next
    return depth, kept.with_traceback(None).__traceback__


print(keeps_traceback())
x = ValueError("again")
for _ in range(2):
    try:
        raise x
    except ValueError as problem:
        print(problem is x, problem.__traceback__.tb_lineno)
