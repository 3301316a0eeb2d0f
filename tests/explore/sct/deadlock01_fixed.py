# Both lock a first.
# verdict: proved
# python: 3.14, 3.9, 3.14t
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
    with a:
        with b:
            counter -= 1


threads = [threading.Thread(target=target) for target in (up, down)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("counter", counter)
