# A customer comes while the barber looks at the empty chairs, sees him still at work, and does not wake him.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

waiting = []
asleep = False
wake = threading.Semaphore(0)


def barber():
    global asleep
    for _ in range(2):
        if len(waiting) == 0:
            asleep = True
            wake.acquire()
            asleep = False
        waiting.pop(0).release()


def customer():
    done = threading.Semaphore(0)
    waiting.append(done)
    if asleep:
        wake.release()
    done.acquire()
    print("a haircut")


threads = [threading.Thread(target=target) for target in (barber, customer, customer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
