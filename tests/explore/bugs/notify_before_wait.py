# The cook rings before the waiter listens, and nobody rings again.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

bell = threading.Condition()


def cook():
    with bell:
        bell.notify()


def serve():
    with bell:
        bell.wait()
    print("served")


waiter = threading.Thread(target=serve)
chef = threading.Thread(target=cook)
waiter.start()
chef.start()
waiter.join()
chef.join()
