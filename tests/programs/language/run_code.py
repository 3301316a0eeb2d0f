# exec, eval and compile: what they take, what they refuse, and code with free variables.
import sys


def complain(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except (TypeError, SyntaxError, RecursionError) as error:
        print(type(error).__name__, error)


def outer():
    found = 'enclosed'

    def inner():
        print('inner sees', found)
    return inner


inner = outer()
plain = (lambda: 0).__code__

print(eval(b'\xef\xbb\xbf1 + 1'), eval(b'# coding: latin-1\n"\xe9"'), eval(bytearray(b' 2 * 3')))
complain(eval, 1)
complain(eval, '1', 5)
complain(eval, '1', {}, 5)
complain(eval, inner.__code__)
complain(exec, 'x = 1', 5)
complain(exec, 'x = 1', {}, 5)
complain(exec, 3.5)
complain(exec, plain, closure=())
complain(exec, 'x = 1', closure=())
complain(exec, inner.__code__)
complain(exec, inner.__code__, closure=inner.__closure__ * 2)
complain(exec, inner.__code__, closure=inner.__closure__)
complain(eval, '1\0')

# One interactive statement shows what its expressions are worth.
exec(compile('6 * 7; None; "text"', 'typed', 'single'))
shown = []
sys.displayhook = shown.append
exec(compile('[1, 2]', 'typed', 'single'))
sys.displayhook = sys.__displayhook__
print(shown)

# A module that was forbidden.
sys.modules['colorsys'] = None
try:
    import colorsys
except ModuleNotFoundError as error:
    print(error, error.name)
