# A number is drawn under a lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

last = 0
numbering = threading.Lock()
orders = []


def new_order():
    global last
    with numbering:
        number = last + 1
        last = number
    text = str(number).zfill(3)
    orders.append(f"order {text}")


threads = [threading.Thread(target=new_order) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len(set(orders)) == 2, orders
print(sorted(orders))
