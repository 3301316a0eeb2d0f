# Two cashiers add to one total, each under the till's lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

total = 0
till = threading.Lock()


def ring_up(price):
    global total
    with till:
        total += int(price)


cashiers = [threading.Thread(target=ring_up, args=(price,)) for price in ("30", "12")]
for cashier in cashiers:
    cashier.start()
for cashier in cashiers:
    cashier.join()
assert total == 42, f"the till says {total}"
print("total", total)
