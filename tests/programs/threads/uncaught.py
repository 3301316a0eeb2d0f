"""An uncaught exception in a thread: its traceback on stderr, the program goes on, exit code 0."""
import threading


def divide(a, b):
    return a / b


def work(v):
    print("working on", v)
    return divide(10, v)


for v in (5, 0):
    t = threading.Thread(target=work, args=(v,), name=f"worker-{v}")
    t.start()
    t.join()
t = threading.Thread(target=work, args=("x",))
t.start()
t.join()
print("main is fine", t.is_alive())
