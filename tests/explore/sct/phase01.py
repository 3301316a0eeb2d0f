# Each of two threads locks x a second time and never unlocks it, so the second to come stays outside.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

x = threading.Lock()
y = threading.Lock()


def pass_through():
    with x:
        pass
    x.acquire()
    with y:
        pass
    with y:
        pass


threads = [threading.Thread(target=target) for target in (pass_through, pass_through)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("both are through")
