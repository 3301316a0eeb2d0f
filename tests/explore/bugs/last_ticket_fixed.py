# A clerk looks and sells while nobody else may.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

left = 1
sold_to = []
counter = threading.Lock()


def sell(customer):
    global left
    with counter:
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
