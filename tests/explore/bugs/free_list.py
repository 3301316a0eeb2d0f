# A node is popped and pushed back while another thread still believes in its old successor (ABA).
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

after = {"A": "B", "B": "C", "C": None}
head = "A"
taken = []
swapping = threading.Lock()


def compare_and_set(old, new):
    global head
    with swapping:
        if head == old:
            head = new
            return True
    return False


def pop():
    while True:
        node = head
        if compare_and_set(node, after.get(node)):
            return node


def push(node):
    while True:
        after[node] = old = head
        if compare_and_set(old, node):
            return


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
