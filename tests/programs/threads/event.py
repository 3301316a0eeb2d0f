"""Event: set, clear, wait with and without a timeout, many waiters."""
import threading
import time

event = threading.Event()
print(event.is_set(), event.wait(0.05), event.wait(timeout=0))
woken = []


def waiter(n):
    woken.append((n, event.wait()))


threads = [threading.Thread(target=waiter, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
time.sleep(0.1)
print(woken, event.is_set())
event.set()
for t in threads:
    t.join()
print(sorted(woken), event.is_set(), event.wait(), event.wait(0))
event.clear()
print(event.is_set())


def stop_later():
    time.sleep(0.12)
    event.set()


t = threading.Thread(target=stop_later)
t.start()
ticks = 0
while not event.wait(0.05):
    ticks += 1
print("ticks", ticks)
t.join()
pulse = []
event.clear()
t = threading.Thread(target=lambda: pulse.append(event.wait(1)))
t.start()
time.sleep(0.05)
event.set()
event.clear()
t.join()
print(pulse, event.is_set())
