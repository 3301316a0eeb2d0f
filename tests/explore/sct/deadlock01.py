# Counting up locks a and then b, counting down b and then a.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
# schedules: 1
import threading

a = threading.Lock()
b = threading.Lock()
counter = 1


def up():
    global counter
    with a:
        with b:
            counter += 1


def down():
    global counter
    with b:
        with a:
            counter -= 1


threads = [threading.Thread(target=target) for target in (up, down)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("counter", counter)
