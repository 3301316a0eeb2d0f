# The with statement gives the stove back whatever happens.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

stove = threading.Lock()
menu = {"soup": 4}
bill = []


def cook(dish):
    try:
        with stove:
            bill.append(menu[dish])
    except KeyError:
        print("no", dish, "today")


cooks = [threading.Thread(target=cook, args=(dish,)) for dish in ("cake", "soup")]
for one in cooks:
    one.start()
for one in cooks:
    one.join()
print("bill", sum(bill))
