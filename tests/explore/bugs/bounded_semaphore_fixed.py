# The cleaner takes the slot before it gives one back.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

slots = threading.BoundedSemaphore(1)


def job():
    with slots:
        print("job done")


def cleaner():
    with slots:
        pass


threads = [threading.Thread(target=job), threading.Thread(target=cleaner)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
