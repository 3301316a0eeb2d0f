"""finally with continue, break and nested try; values returned before finally; the name of except is gone."""
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
