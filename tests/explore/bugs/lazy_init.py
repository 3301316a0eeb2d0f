# Both threads find no connection yet, and both open one.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

opened = []
connection = None


def connect():
    opened.append("connection")
    return opened[-1]


def query():
    global connection
    if connection is None:
        connection = connect()


threads = [threading.Thread(target=query) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len(opened) == 1, f"{len(opened)} connections were opened"
print("one", connection)
