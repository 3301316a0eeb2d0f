# A test without a call is one step with the pop under the GIL of 3.10 to 3.14, and not elsewhere.
# verdict: counterexample
# kinds: exception IndexError
# python: 3.9, 3.14t
import threading

plates = ["plate"]


def dry():
    if plates:
        plates.pop()


threads = [threading.Thread(target=dry) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("left", plates)
