# Neither calls the other with a lock held.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading


class View:
    def __init__(self, model):
        self.lock = threading.Lock()
        self.model = model
        self.shown = 0

    def show(self, value):
        with self.lock:
            self.shown = value

    def refresh(self):
        value = self.model.get()
        with self.lock:
            self.shown = value


class Model:
    def __init__(self):
        self.lock = threading.Lock()
        self.value = 0

    def get(self):
        with self.lock:
            return self.value

    def set(self, value):
        with self.lock:
            self.value = value
        view.show(value)


model = Model()
view = View(model)
threads = [threading.Thread(target=model.set, args=(7,)), threading.Thread(target=view.refresh)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("value", model.value)
