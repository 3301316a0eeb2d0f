"""sys.excepthook replaced; sys.exc_info and sys.exception inside handlers; exit code stays 1."""
import sys


def hook(kind, problem, tb):
    print("hook:", kind.__name__, problem, tb.tb_lineno, tb.tb_frame.f_code.co_name)


try:
    1 / 0
except ZeroDivisionError:
    kind, problem, tb = sys.exc_info()
    print(kind.__name__, problem, sys.exception() is problem, tb.tb_lineno)
    try:
        {}["k"]
    except KeyError:
        print(repr(sys.exception()))
    print(repr(sys.exception()))
print(sys.exc_info(), sys.exception())
del tb
sys.excepthook = hook
raise LookupError("to the hook")
