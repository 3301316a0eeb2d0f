"""An uncaught error deep in a recursion: repeated lines of the traceback are folded."""


def parse(depth):
    if depth == 0:
        raise ValueError("too deep")
    return parse(depth - 1) + 1


def start():
    return parse(10)


start()
