# The answer waits for the question.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

asked = threading.Event()


def ask():
    print("Who is there?", end=" ")
    asked.set()


def answer():
    asked.wait()
    print("It is me.", end=" ")


threads = [threading.Thread(target=ask), threading.Thread(target=answer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print()
