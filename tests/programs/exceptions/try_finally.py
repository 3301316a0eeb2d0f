"""Order of try, except, else and finally blocks in every combination."""


def flow(mode):
    log = []
    try:
        log.append("try")
        if mode == "value":
            raise ValueError("v")
        if mode == "key":
            raise KeyError("k")
        if mode == "return":
            return log
    except ValueError as problem:
        log.append(f"except {problem}")
    except (KeyError, IndexError) as problem:
        log.append(f"lookup {problem}")
    else:
        log.append("else")
    finally:
        log.append("finally")
    log.append("after")
    return log


for mode in ("none", "value", "key", "return"):
    print(mode, flow(mode))


def loops():
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)


loops()


def nested():
    try:
        try:
            1 / 0
        finally:
            print("inner finally")
    except ZeroDivisionError as e:
        print("outer", e)
        try:
            raise TypeError("second")
        except TypeError as e2:
            print(type(e2.__context__).__name__)
    return "end"


print(nested())


def value():
    x = 1
    try:
        return x
    finally:
        x = 2


print(value())
try:
    e = 5
    raise ValueError
except ValueError as e:
    pass
try:
    e
except NameError as problem:
    print(problem)
