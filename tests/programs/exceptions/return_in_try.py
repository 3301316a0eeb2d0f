"""return, continue and break inside try with else and finally; tracebacks kept; an exception raised twice."""
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
