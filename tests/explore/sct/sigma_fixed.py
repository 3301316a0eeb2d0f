# Each thread is told its place.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

N = 3
marks = [0] * (N + 1)
place = 0


def mark(place):
    marks[place] = 1


threads = []
for _ in range(N):
    threads.append(threading.Thread(target=mark, args=(place,)))
    threads[-1].start()
    place += 1
for thread in threads:
    thread.join()
assert sum(marks) == N, marks
print("marks", sum(marks))
