# The answer is waited for until it is there.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading
import time

ready = threading.Event()
answer = None


def compute():
    global answer
    time.sleep(1)
    answer = 41
    ready.set()


worker = threading.Thread(target=compute)
worker.start()
while not ready.wait(timeout=1):
    pass
print("answer", answer + 1)
worker.join()
