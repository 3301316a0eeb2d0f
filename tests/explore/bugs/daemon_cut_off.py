# The program may end while a daemon thread has printed only the first half of its report.
# verdict: counterexample
# kinds: output
# python: 3.14, 3.9, 3.14t
import threading


def save():
    print("saving")
    print("saved")


threading.Thread(target=save, daemon=True).start()
print("bye")
