# One thread writes a message and then a flag; the other reads the flag and then the message (litmus test MP).
# python: 3.14t
# traces: 3
# interleavings: 6, not counting the stores to r1 and r2, which nobody else reads
# outcomes: r1=0 r2=0 1, r1=0 r2=1 1, r1=1 r2=1 1
import threading

message = flag = 0
r1 = r2 = None


def send():
    global message, flag
    message = 1
    flag = 1


def receive():
    global r1, r2
    r1 = flag
    r2 = message


threads = [threading.Thread(target=send), threading.Thread(target=receive)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"r1={r1} r2={r2}")
