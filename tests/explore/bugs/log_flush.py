# Lines that come between copying the buffer and clearing it are lost.
# verdict: counterexample
# kinds: output
# python: 3.14, 3.9, 3.14t
import threading

buffer = ["line 1"]
file = []


def log(line):
    buffer.append(line)


def flush():
    file.extend(buffer)
    buffer.clear()


threads = [threading.Thread(target=flush), threading.Thread(target=log, args=("line 2",))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
flush()
print(file)
