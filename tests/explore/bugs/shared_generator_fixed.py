# The generator is entered under a lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading


def numbers():
    number = 0
    while True:
        number = max(number + 1, 1)
        yield number


source = numbers()
turn = threading.Lock()
drawn = []


def draw():
    with turn:
        number = next(source)
    drawn.append(number)


threads = [threading.Thread(target=draw) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("drawn", sorted(drawn))
