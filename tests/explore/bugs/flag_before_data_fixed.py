# An event is set when the result is there, and the user waits for it.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

ready = threading.Event()
answer = None


def compute():
    global answer
    answer = sum([20, 22])
    ready.set()


def use():
    ready.wait()
    assert answer + 1 == 43


threads = [threading.Thread(target=compute), threading.Thread(target=use)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("answer", answer)
