# Two workers add their part of a sum to the same list item.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

result = [0]


def add_up(numbers):
    result[0] += sum(numbers)


numbers = [1, 2, 3, 4]
left = threading.Thread(target=add_up, args=(numbers[:2],))
right = threading.Thread(target=add_up, args=(numbers[2:],))
left.start()
right.start()
left.join()
right.join()
assert result[0] == sum(numbers), result
print("sum", result[0])
