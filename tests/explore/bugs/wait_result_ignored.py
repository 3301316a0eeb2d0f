# wait() may come back because its time is over, and the result is used although it is not there.
# verdict: counterexample
# kinds: exception TypeError
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
ready.wait(timeout=1)
print("answer", answer + 1)
worker.join()
