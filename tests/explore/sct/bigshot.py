# The text may be filled before there is one, and then stays empty.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

text = None


def allocate():
    global text
    text = list("       ")


def fill():
    if text is not None:
        text[:] = "Bigshot"


first = threading.Thread(target=allocate)
second = threading.Thread(target=fill)
first.start()
second.start()
first.join()
second.join()
assert text[0] == "B", text
print("".join(text))
