# Any of the three writers may be the last.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

value = None


def make():
    global value
    value = ["-"]


def write_x():
    value[0] = "X"


def write_y():
    value[0] = "Y"


maker = threading.Thread(target=make)
maker.start()
maker.join()
writers = [threading.Thread(target=target) for target in (write_x, write_y, write_y)]
for writer in writers:
    writer.start()
for writer in writers:
    writer.join()
assert value[0] in "XY", value
print("written once")
