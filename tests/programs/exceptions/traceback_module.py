"""traceback: format_exc, print_exc, extract_tb, format_exception_only, walking tb_next."""
import sys
import traceback


def inner(v):
    return 10 / v


def outer(v):
    return inner(v) + 1


try:
    outer(0)
except ZeroDivisionError as problem:
    print(traceback.format_exc(), end="")
    traceback.print_exc(file=sys.stdout)
    for frame in traceback.extract_tb(problem.__traceback__):
        print(frame.lineno, frame.name, frame.line)
    print(traceback.format_exception_only(problem))
    tb = problem.__traceback__
    lines = []
    while tb:
        lines.append((tb.tb_lineno, tb.tb_frame.f_code.co_name))
        tb = tb.tb_next
    print(lines)
    print("".join(traceback.format_exception(problem, limit=1)), end="")
try:
    outer("x")
except TypeError:
    traceback.print_exc(limit=-1)
print("end")
