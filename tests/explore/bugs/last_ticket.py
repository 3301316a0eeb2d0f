# Two clerks see that one ticket is left, and both sell it.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

left = 1
sold_to = []


def sell(customer):
    global left
    if left > 0:
        sold_to.append(customer)
        left -= 1


clerks = [threading.Thread(target=sell, args=(name,)) for name in ("Kim", "Lee")]
for clerk in clerks:
    clerk.start()
for clerk in clerks:
    clerk.join()
assert left >= 0, f"{len(sold_to)} tickets sold of one"
print("sold", len(sold_to), "left", left)
