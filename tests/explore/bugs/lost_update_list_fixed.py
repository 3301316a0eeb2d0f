# Each worker has a list item of its own.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

results = [0, 0]


def add_up(place, numbers):
    results[place] += sum(numbers)


numbers = [1, 2, 3, 4]
left = threading.Thread(target=add_up, args=(0, numbers[:2]))
right = threading.Thread(target=add_up, args=(1, numbers[2:]))
left.start()
right.start()
left.join()
right.join()
assert sum(results) == sum(numbers), results
print("sum", sum(results))
