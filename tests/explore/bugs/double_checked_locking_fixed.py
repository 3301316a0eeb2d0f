# Whoever has the lock looks again.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading


class Settings:
    instance = None
    made = 0
    lock = threading.Lock()

    @classmethod
    def get(cls):
        if cls.instance is None:
            with cls.lock:
                if cls.instance is None:
                    cls.made += 1
                    cls.instance = cls()
        return cls.instance


threads = [threading.Thread(target=Settings.get) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert Settings.made == 1, f"made {Settings.made} times"
print("made once")
