# Each thread sees one plate on the pile, and the second to take it finds nothing.
# verdict: counterexample
# kinds: exception IndexError
# python: 3.14, 3.9, 3.14t
import threading

plates = ["plate"]


def dry():
    if len(plates) > 0:
        plates.pop()


threads = [threading.Thread(target=dry) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("left", plates)
