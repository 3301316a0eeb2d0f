# A method reads an attribute, calls another method, and stores the sum of an old value.
# verdict: counterexample
# kinds: output
# python: 3.14, 3.9, 3.14t
import threading


class Odometer:
    def __init__(self):
        self.km = 0

    def sensor(self):
        return 5

    def drive(self):
        self.km = self.km + self.sensor()


car = Odometer()
drivers = [threading.Thread(target=car.drive) for _ in range(2)]
for driver in drivers:
    driver.start()
for driver in drivers:
    driver.join()
print("km:", car.km)
