# The main thread takes what it expects, and waits for the producer afterwards.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import queue
import threading

lines = queue.Queue(maxsize=1)


def read_file():
    for line in ("first", "second"):
        lines.put(line)
    lines.put(None)


reader = threading.Thread(target=read_file)
reader.start()
while (line := lines.get()) is not None:
    print(line)
reader.join()
