# N threads each add one to x in a single step, which 3.14 does not interrupt.
# python: 3.14
# traces: N=2: 2, N=3: 6, N=4: 24, N=5: 120, N=6: 720, N=7: 5040
# formula: N!
# outcomes: x=N in every one
import threading

N = 2
x = 0


def increment():
    global x
    x += 1


threads = [threading.Thread(target=increment) for _ in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("x", x)
