# The test and the opening of the connection are under one lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

opened = []
connection = None
opening = threading.Lock()


def connect():
    opened.append("connection")
    return opened[-1]


def query():
    global connection
    with opening:
        if connection is None:
            connection = connect()


threads = [threading.Thread(target=query) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len(opened) == 1, f"{len(opened)} connections were opened"
print("one", connection)
