# Each thread has a place of its own in the result.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

finish = [None, None]


def run(place, name):
    finish[place] = name


runners = [threading.Thread(target=run, args=entry) for entry in enumerate(("first", "second"))]
for runner in runners:
    runner.start()
for runner in runners:
    runner.join()
assert finish == ["first", "second"], finish
print(finish)
