# N threads meet at a barrier made of a lock, a count and a gate; the last to come opens the gate for all.
# verdict: proved
# python: 3.14, 3.9, 3.14t
# model: barrier.pml
# states: N=2: 15, N=3: 39, N=4: 95
# transitions: N=2: 18, N=3: 60, N=4: 176
# found: N=2: 38, N=3: 178, N=4: 830
# differs: who finds the semaphore at 0 stands in line in it, and must come back when told; in the model it has not moved
import threading

N = 3
mutex = threading.Lock()
arrived = 0
gate = threading.Semaphore(0)


def meet():
    global arrived
    mutex.acquire()
    arrived += 1
    if arrived == N:
        gate.release(N)
    mutex.release()
    gate.acquire()
    assert arrived == N


threads = [threading.Thread(target=meet) for _ in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("arrived", arrived)
