# A listener is called under the lock that it needs to remove itself.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading


class Button:
    def __init__(self):
        self.lock = threading.Lock()
        self.listeners = []

    def listen(self, listener):
        with self.lock:
            self.listeners.append(listener)

    def forget(self, listener):
        with self.lock:
            self.listeners.remove(listener)

    def press(self):
        with self.lock:
            for listener in self.listeners:
                listener()


def once():
    button.forget(once)


button = Button()
threads = [threading.Thread(target=button.listen, args=(once,)), threading.Thread(target=button.press)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("pressed")
