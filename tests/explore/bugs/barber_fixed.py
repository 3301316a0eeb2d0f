# The semaphore counts the customers, and nobody asks whether the barber sleeps.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

waiting = []
customers = threading.Semaphore(0)


def barber():
    for _ in range(2):
        customers.acquire()
        waiting.pop(0).release()


def customer():
    done = threading.Semaphore(0)
    waiting.append(done)
    customers.release()
    done.acquire()
    print("a haircut")


threads = [threading.Thread(target=target) for target in (barber, customer, customer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
