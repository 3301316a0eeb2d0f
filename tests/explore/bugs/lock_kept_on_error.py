# A bad order raises between acquire and release, and the next cook waits for the stove for ever.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

stove = threading.Lock()
menu = {"soup": 4}
bill = []


def cook(dish):
    try:
        stove.acquire()
        bill.append(menu[dish])
        stove.release()
    except KeyError:
        print("no", dish, "today")


cooks = [threading.Thread(target=cook, args=(dish,)) for dish in ("cake", "soup")]
for one in cooks:
    one.start()
for one in cooks:
    one.join()
print("bill", sum(bill))
