# Day and month are one tuple, which is replaced as a whole.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading


class Date:
    def __init__(self):
        self.date = 31, "January"

    def next_day(self):
        self.date = int("1"), "February".title()


today = Date()


def read():
    day, month = today.date
    seen = f"{day} {month}"
    assert seen in ("31 January", "1 February"), seen


threads = [threading.Thread(target=today.next_day), threading.Thread(target=read)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*today.date)
