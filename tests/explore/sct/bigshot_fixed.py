# The text is there before anybody fills it.
# verdict: proved
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
first.join()
second.start()
second.join()
assert text[0] == "B", text
print("".join(text))
