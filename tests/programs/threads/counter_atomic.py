"""x += 1 without a lock loses nothing under the GIL of 3.10 to 3.14, since no switch falls between read and write.

Under 3.9, and without the GIL, updates can be lost here: this golden is for the setting 3.14.
"""
import threading

total = 0
table = {"n": 0}
items = [0]
appended = []


class Box:
    n = 0


box = Box()


def work():
    global total
    for i in range(500):
        total += 1
        table["n"] += 1
        items[0] += 1
        box.n += 1
        appended.append(i)


threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total, table, items, box.n, len(appended))
