# The listeners are copied under the lock and called without it.
# verdict: proved
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
            listeners = list(self.listeners)
        for listener in listeners:
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
