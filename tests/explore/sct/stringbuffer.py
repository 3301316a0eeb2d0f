# Appending asks for the other buffer's length and then for its characters, and the other may shrink in between.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
# schedules: 15
import threading


class Buffer:
    def __init__(self, text=""):
        self.lock = threading.RLock()
        self.text = text

    def length(self):
        with self.lock:
            return len(self.text)

    def part(self, begin, end):
        with self.lock:
            assert 0 <= begin <= end <= len(self.text), f"no part {begin} to {end} of {self.text!r}"
            return self.text[begin:end]

    def erase(self, begin, end):
        with self.lock:
            self.text = self.text[:begin] + self.text[end:]

    def append(self, other):
        with self.lock:
            length = other.length()
            self.text += other.part(0, length)


shared = Buffer("abc")


def change():
    shared.erase(0, 3)
    shared.append(Buffer("abc"))


thread = threading.Thread(target=change)
thread.start()
copy = Buffer()
copy.append(shared)
thread.join()
print("shared", shared.text)
