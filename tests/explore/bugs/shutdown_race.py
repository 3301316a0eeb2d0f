# A worker passes the test for shutdown, and the owner closes the database before the worker has signed in.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

stopping = False
database_open = True
active = []


def work(name):
    if not stopping:
        active.append(name.title())
        assert database_open, "the database is closed"
        active.pop()


def stop():
    global stopping, database_open
    stopping = True
    if not active:
        database_open = False


threads = [threading.Thread(target=work, args=("query",)), threading.Thread(target=stop)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("stopped")
