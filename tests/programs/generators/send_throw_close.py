"""send, throw and close; GeneratorExit; finally blocks."""


def averager():
    total, n, mean = 0, 0, None
    try:
        while True:
            try:
                v = yield mean
            except ValueError as problem:
                print("told:", problem)
                total, n, mean = 0, 0, "reset"
                continue
            total += v
            n += 1
            mean = total / n
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("finally", n)


a = averager()
print(next(a), a.send(10), a.send(20), a.throw(ValueError("start again")), a.send(6))
print(a.close(), a.close())
try:
    a.send(1)
except StopIteration as stop:
    print("finished", stop.value)
b = averager()
try:
    b.send(5)
except TypeError as problem:
    print(problem)
next(b)
try:
    b.throw(KeyError("unexpected"))
except KeyError as problem:
    print("came out", problem)
c = averager()
try:
    c.throw(RuntimeError("before the start"))
except RuntimeError as problem:
    print(problem, next(c, "ended"))
print(averager().close())
