# Two cashiers add to one total, and the call between its read and its write lets the other one in.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

total = 0


def ring_up(price):
    global total
    total += int(price)


cashiers = [threading.Thread(target=ring_up, args=(price,)) for price in ("30", "12")]
for cashier in cashiers:
    cashier.start()
for cashier in cashiers:
    cashier.join()
assert total == 42, f"the till says {total}"
print("total", total)
