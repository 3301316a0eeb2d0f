# The semaphore starts at zero.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

parcels = []
arrived = threading.Semaphore(0)


def deliver():
    parcels.append("parcel")
    arrived.release()


def collect():
    arrived.acquire()
    print("collected", parcels.pop())


threads = [threading.Thread(target=collect), threading.Thread(target=deliver)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
