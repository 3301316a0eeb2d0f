# The agent puts paper and a match on the table, and the smoker who lacks tobacco as well takes the match.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

tobacco = threading.Semaphore(0)
paper = threading.Semaphore(0)
match = threading.Semaphore(0)
table_free = threading.Semaphore(1)


def smoke(first, second):
    first.acquire()
    second.acquire()
    print("somebody smokes")
    table_free.release()


def agent():
    for first, second in ((paper, match), (tobacco, match)):
        table_free.acquire()
        first.release()
        second.release()


threads = [
    threading.Thread(target=smoke, args=(paper, match)),
    threading.Thread(target=smoke, args=(match, tobacco)),
    threading.Thread(target=agent),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
