"""Texts of errors: start twice, join before start, join itself, wrong arguments."""
import threading

t = threading.Thread(target=lambda: None)
tests = [
    lambda: t.join(),
    lambda: t.start(),
    lambda: t.join(),
    lambda: t.start(),
    lambda: t.join(),
    lambda: threading.current_thread().join(),
    lambda: threading.Thread(None, print, "n", (), None, daemon=None).daemon,
    lambda: threading.Thread(target=5).run(),
    lambda: threading.Thread(print),
    lambda: threading.Thread(colour="red"),
    lambda: setattr(threading.current_thread(), "daemon", True),
    lambda: threading.Thread(target=print, args=5),
]
for test in tests:
    try:
        print(test())
    except (RuntimeError, TypeError, AssertionError, ValueError) as problem:
        print(type(problem).__name__, problem)


def join_self():
    try:
        me.join()
    except RuntimeError as problem:
        print(problem)


me = threading.Thread(target=join_self)
me.start()
me.join()
me.name = "renamed"
print(me.name)
main = threading.main_thread()
print(main.name, main.daemon, main.is_alive(), main in threading.enumerate())
