# Both threads take the ink first.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

ink = threading.Lock()
paper = threading.Lock()
pages = []


def write():
    with ink:
        with paper:
            pages.append("text")


def draw():
    with ink:
        with paper:
            pages.append("picture")


threads = [threading.Thread(target=write), threading.Thread(target=draw)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(pages))
