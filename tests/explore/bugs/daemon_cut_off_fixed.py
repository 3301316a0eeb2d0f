# The main thread waits for the report.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading


def save():
    print("saving")
    print("saved")


saver = threading.Thread(target=save, daemon=True)
saver.start()
print("bye")
saver.join()
