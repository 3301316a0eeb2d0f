# The flag says that the result is there one step before it is.
# verdict: counterexample
# kinds: exception TypeError
# python: 3.14, 3.9, 3.14t
import threading

ready = False
answer = None


def compute():
    global ready, answer
    ready = True
    answer = sum([20, 22])


def use():
    if ready:
        assert answer + 1 == 43


threads = [threading.Thread(target=compute), threading.Thread(target=use)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("answer", answer)
