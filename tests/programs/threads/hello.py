"""Threads started and joined: args, kwargs, names, daemon flag, is_alive."""
import threading
import time


def greet(name, times=1, *, mark="!"):
    for i in range(times):
        print(f"{i}: hello {name}{mark}")
        time.sleep(0.1)


def main():
    t = threading.Thread(target=greet, args=("ana",), kwargs={"times": 2, "mark": "?"})
    print(t.name, t.daemon, t.is_alive(), t.ident)
    t.start()
    time.sleep(0.03)
    print("other work", t.is_alive(), isinstance(t.ident, int))
    t.join()
    print("joined", t.is_alive())
    named = threading.Thread(target=greet, args=("bo",), name="greeter", daemon=True)
    print(named.name, named.daemon)
    named.start()
    named.join()
    print("done", threading.active_count(), threading.current_thread().name, threading.main_thread() is threading.current_thread())


if __name__ == "__main__":
    main()
