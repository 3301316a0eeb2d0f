# A copy is told, and leaving does not change it.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

listeners = ["radio", "phone", "paper"]
told = []


def publish():
    for listener in listeners.copy():
        told.append(listener)


def leave():
    listeners.remove("radio")


threads = [threading.Thread(target=publish), threading.Thread(target=leave)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("paper was told:", "phone" in told and "paper" in told)
