# Whoever is woken looks again, and waits again if there is nothing.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

items = []
ready = threading.Condition()


def consume():
    with ready:
        while not items:
            ready.wait()
        items.pop()


def produce(item):
    with ready:
        items.append(item)
        ready.notify_all()


consumers = [threading.Thread(target=consume) for _ in range(2)]
for consumer in consumers:
    consumer.start()
for item in ("first", "second"):
    produce(item)
for consumer in consumers:
    consumer.join()
print("left over:", items)
