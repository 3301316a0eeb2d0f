# The main thread waits for the producer before it takes anything from a queue that is too small.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import queue
import threading

lines = queue.Queue(maxsize=1)


def read_file():
    for line in ("first", "second"):
        lines.put(line)


reader = threading.Thread(target=read_file)
reader.start()
reader.join()
while not lines.empty():
    print(lines.get())
