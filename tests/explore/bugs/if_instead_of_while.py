# Two consumers are woken for one item, and the second does not look again before it takes.
# verdict: counterexample
# kinds: exception IndexError
# python: 3.14, 3.9, 3.14t
import threading

items = []
ready = threading.Condition()


def consume():
    with ready:
        if not items:
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
