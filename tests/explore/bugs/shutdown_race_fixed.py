# Signing in and testing are one step, and the owner waits until everybody has signed out.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

stopping = False
database_open = True
active = []
state = threading.Condition()


def work(name):
    with state:
        if stopping:
            return
        active.append(name.title())
    assert database_open, "the database is closed"
    with state:
        active.pop()
        state.notify()


def stop():
    global stopping, database_open
    with state:
        stopping = True
        while active:
            state.wait()
    database_open = False


threads = [threading.Thread(target=work, args=("query",)), threading.Thread(target=stop)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("stopped")
