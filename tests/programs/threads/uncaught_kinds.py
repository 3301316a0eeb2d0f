"""Uncaught exceptions of many kinds in threads: what each traceback says."""
import threading


class Custom(Exception):
    pass


class Silent(Exception):
    def __str__(self):
        return ""


class Broken(Exception):
    def __str__(self):
        raise ValueError("no text")


def executed():
    exec("raise LookupError('from exec')")


def syntax():
    exec("x = = 1")


def assertion():
    numbers = [1, 2]
    assert sum(numbers) == 4, f"sum is {sum(numbers)}"


def bare_assertion():
    assert not 1


def stop():
    next(iter([]))


def interrupt():
    raise KeyboardInterrupt


def multi():
    raise Custom("first line\nsecond line")


def noted():
    problem = Custom("with a note")
    problem.add_note("the note")
    raise problem


def empty_queue():
    import queue

    queue.SimpleQueue().get_nowait()


def raise_class(cls=Custom):
    raise cls


def suggestion():
    threading.curent_thread()


kinds = [executed, syntax, assertion, bare_assertion, stop, interrupt, multi, noted, empty_queue, raise_class, suggestion]
kinds.append(lambda: raise_class(Silent))
kinds.append(lambda: raise_class(Broken))
for number, kind in enumerate(kinds):
    t = threading.Thread(target=kind, name=f"T{number}")
    t.start()
    t.join()
print("all ran")
