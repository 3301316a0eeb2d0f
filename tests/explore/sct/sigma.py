# Each thread marks the place that is current when it runs, and not the one that was current when it was made.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

N = 3
marks = [0] * (N + 1)
place = 0


def mark():
    marks[place] = 1


threads = []
for _ in range(N):
    threads.append(threading.Thread(target=mark))
    threads[-1].start()
    place += 1
for thread in threads:
    thread.join()
assert sum(marks) == N, marks
print("marks", sum(marks))
