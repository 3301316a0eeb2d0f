# A listener leaves while the others are being told, and the one after it is skipped.
# verdict: counterexample
# kinds: output
# python: 3.14, 3.9, 3.14t
import threading

listeners = ["radio", "phone", "paper"]
told = []


def publish():
    for listener in listeners:
        told.append(listener)


def leave():
    listeners.remove("radio")


threads = [threading.Thread(target=publish), threading.Thread(target=leave)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("paper was told:", "phone" in told and "paper" in told)
