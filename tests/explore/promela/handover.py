# One thread puts things into a box of one place and another takes them out, for ever; two locks say whose turn it is.
# verdict: counterexample
# kinds: limit
# python: 3.14, 3.9, 3.14t
# model: handover.pml
# states: TURNS=1: 4
# transitions: TURNS=1: 4
import threading

TURNS = 1
full = threading.Lock()
full.acquire()
empty = threading.Lock()
box = []


def put():
    while TURNS:
        empty.acquire()
        assert not box
        box.append(["a thing that one thread makes and the other frees"])
        full.release()


def take():
    while TURNS:
        full.acquire()
        box.pop()
        empty.release()


threads = [threading.Thread(target=put), threading.Thread(target=take)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
