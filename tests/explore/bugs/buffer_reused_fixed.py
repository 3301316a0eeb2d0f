# Each row is a list of its own.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import queue
import threading

rows = queue.SimpleQueue()


def produce():
    for number in (1, 2):
        row = []
        row.append(number)
        rows.put(row)


def consume():
    read = [sum(rows.get()) for _ in range(2)]
    assert read == [1, 2], read


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("both rows arrived")
