# A reader sees the new day with the old month.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading


class Date:
    def __init__(self):
        self.day, self.month = 31, "January"

    def next_day(self):
        self.day = int("1")
        self.month = "February".title()


today = Date()


def read():
    seen = f"{today.day} {today.month}"
    assert seen in ("31 January", "1 February"), seen


threads = [threading.Thread(target=today.next_day), threading.Thread(target=read)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(today.day, today.month)
