# Taking and giving back are done under one lock, so nobody keeps an old successor.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

after = {"A": "B", "B": "C", "C": None}
head = "A"
taken = []
lock = threading.Lock()


def pop():
    global head
    with lock:
        node = head
        head = after.get(node)
        return node


def push(node):
    global head
    with lock:
        after[node] = head
        head = node


def borrow():
    taken.append(pop())


def borrow_two_return_one():
    first = pop()
    taken.append(pop())
    push(first)


threads = [threading.Thread(target=borrow), threading.Thread(target=borrow_two_return_one)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert head not in taken, f"{head} is free and taken"
print("taken", len(taken))
