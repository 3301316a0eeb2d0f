# The sensor is read first, and the attribute is read and written under a lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading


class Odometer:
    def __init__(self):
        self.km = 0
        self.lock = threading.Lock()

    def sensor(self):
        return 5

    def drive(self):
        distance = self.sensor()
        with self.lock:
            self.km = self.km + distance


car = Odometer()
drivers = [threading.Thread(target=car.drive) for _ in range(2)]
for driver in drivers:
    driver.start()
for driver in drivers:
    driver.join()
print("km:", car.km)
