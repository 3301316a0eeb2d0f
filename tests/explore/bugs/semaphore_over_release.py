# A driver who found the car park full still gives a place back on leaving, and then two cars stand on one place.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

places = threading.Semaphore(1)
parked = []


def visit(car):
    try:
        if places.acquire(blocking=False):
            parked.append(car)
            assert len(parked) == 1, f"{parked} on one place"
            parked.remove(car)
    finally:
        places.release()


cars = [threading.Thread(target=visit, args=(car,)) for car in ("red", "blue", "grey")]
for car in cars:
    car.start()
for car in cars:
    car.join()
print("parked:", parked)
