"""An exception caught in a thread and raised again in the main thread: the traceback has both parts."""
import threading


class Task(threading.Thread):
    def __init__(self, f, *args):
        super().__init__()
        self.f, self.arguments = f, args
        self.result = self.problem = None

    def run(self):
        try:
            self.result = self.f(*self.arguments)
        except BaseException as problem:
            self.problem = problem

    def get(self):
        self.join()
        if self.problem is not None:
            raise self.problem
        return self.result


def parse(text):
    return int(text)


tasks = [Task(parse, text) for text in ("1", "2", "three")]
for task in tasks:
    task.start()
for task in tasks:
    print(task.get())
