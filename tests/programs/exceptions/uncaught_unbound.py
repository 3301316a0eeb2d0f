"""An uncaught UnboundLocalError in a nested function."""
total = 10


def outer():
    def add(n):
        total += n
        return total

    return add(5)


print(outer())
