"""close: ignored GeneratorExit, a generator that runs itself, a value returned on close."""
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignoring")
            if again:
                return


again = False
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as problem:
    print(problem)
again = True
s.close()


def itself():
    yield next(me)


me = itself()
try:
    next(me)
except ValueError as problem:
    print(problem)


def returns_on_close():
    try:
        yield
    except GeneratorExit:
        return "closed value"


r = returns_on_close()
next(r)
print(r.close())
