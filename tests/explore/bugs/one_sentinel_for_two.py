# Two consumers share one queue, but the producer sends only one marker for the end.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import queue
import threading

parcels = queue.Queue()


def deliver():
    while True:
        parcel = parcels.get()
        if parcel is None:
            break
        print("delivered", parcel)


vans = [threading.Thread(target=deliver) for _ in range(2)]
for van in vans:
    van.start()
parcels.put("books")
parcels.put(None)
for van in vans:
    van.join()
