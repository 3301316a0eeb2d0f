# Only a driver who got a place gives one back.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

places = threading.Semaphore(1)
parked = []


def visit(car):
    if places.acquire(blocking=False):
        try:
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
