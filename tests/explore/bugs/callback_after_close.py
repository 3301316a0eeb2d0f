# The owner closes a file between the test that it is open and the write.
# verdict: counterexample
# kinds: exception RuntimeError
# python: 3.14, 3.9, 3.14t
import threading


class Log:
    def __init__(self):
        self.is_open = True
        self.lines = []

    def write(self, line):
        if not self.is_open:
            raise RuntimeError("write to a closed log")
        self.lines.append(line)

    def close(self):
        self.is_open = False


log = Log()


def on_message(text):
    if log.is_open:
        log.write(text.upper())


receiver = threading.Thread(target=on_message, args=("hello",))
receiver.start()
log.close()
receiver.join()
print("closed")
