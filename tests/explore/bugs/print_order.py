# Two threads print one half of a line each, in whatever order they come.
# verdict: counterexample
# kinds: output
# python: 3.14, 3.9, 3.14t
import threading


def ask():
    print("Who is there?", end=" ")


def answer():
    print("It is me.", end=" ")


threads = [threading.Thread(target=ask), threading.Thread(target=answer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print()
