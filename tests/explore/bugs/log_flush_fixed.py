# The full buffer is exchanged for an empty one in one step, and a line is put into whichever is there under a lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

buffer = ["line 1"]
file = []
lock = threading.Lock()


def log(line):
    with lock:
        buffer.append(line)


def flush():
    global buffer
    with lock:
        full, buffer = buffer, []
    file.extend(full)


threads = [threading.Thread(target=flush), threading.Thread(target=log, args=("line 2",))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
flush()
print(file)
