# N stations pass a token round, K times; each waits at a semaphore of its own, but the first does not at first.
# verdict: proved
# python: 3.14, 3.9, 3.14t
# model: token_ring.pml
# states: N=3 K=2: 13, N=4 K=2: 17
# transitions: N=3 K=2: 12, N=4 K=2: 16
# found: N=3 K=2: 69, N=4 K=2: 173
# differs: who finds the semaphore at 0 stands in line in it, and must come back when told; in the model it has not moved
import threading

N = 3
K = 2
token = [threading.Semaphore(0) for _ in range(N)]
holder = None


def station(number):
    global holder
    for round_number in range(K):
        if number > 0 or round_number > 0:
            token[number].acquire()
        holder = number
        assert holder == number
        token[(number + 1) % N].release()


threads = [threading.Thread(target=station, args=(number,)) for number in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("last", holder)
