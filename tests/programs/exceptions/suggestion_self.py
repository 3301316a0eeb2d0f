"""An uncaught NameError inside a method where self.NAME exists."""


class Counter:
    def __init__(self):
        self.total = 0

    def add(self, n):
        total_now = total + n
        return total_now


Counter().add(3)
