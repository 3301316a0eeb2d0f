# The owner closes the file when nobody can write any more.
# verdict: proved
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
receiver.join()
log.close()
print("closed")
