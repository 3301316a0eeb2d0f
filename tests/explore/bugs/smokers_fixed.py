# A smoker takes both things at once, when both are there.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

table = threading.Condition()
things = set()


def smoke(*wanted):
    with table:
        table.wait_for(lambda: things == set(wanted))
        things.clear()
        table.notify_all()
    print("somebody smokes")


def agent():
    for pair in (("paper", "match"), ("match", "tobacco")):
        with table:
            table.wait_for(lambda: not things)
            things.update(pair)
            table.notify_all()


threads = [
    threading.Thread(target=smoke, args=("paper", "match")),
    threading.Thread(target=smoke, args=("match", "tobacco")),
    threading.Thread(target=agent),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
