# Two threads draw numbers from one generator, which refuses to be entered twice.
# verdict: counterexample
# kinds: exception ValueError
# python: 3.14, 3.9, 3.14t
import threading


def numbers():
    number = 0
    while True:
        number = max(number + 1, 1)
        yield number


source = numbers()
drawn = []


def draw():
    drawn.append(next(source))


threads = [threading.Thread(target=draw) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("drawn", sorted(drawn))
