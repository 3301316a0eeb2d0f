# Two orders get the same number, because the number is read before its text is made and stored after it.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

last = 0
orders = []


def new_order():
    global last
    number = last + 1
    text = str(number).zfill(3)
    last = number
    orders.append(f"order {text}")


threads = [threading.Thread(target=new_order) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len(set(orders)) == 2, orders
print(sorted(orders))
