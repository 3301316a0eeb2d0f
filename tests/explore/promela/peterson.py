# Peterson's algorithm for two: each says that it wants to enter, gives way, and looks until it may, K times.
# verdict: proved
# python: 3.14, 3.9, 3.14t
# model: peterson.pml
# states: K=1: 38, K=2: 138
# transitions: K=1: 62, K=2: 248
# counted under: 3.14t
# found: K=1: 88, K=2: 318
# differs: `inside` is a place of its own, since the search has met threads there before it knew that they wait by `wants`
import threading

K = 1
wants = [False, False]
turn = 0
inside = 0


def enter(me):
    global turn, inside
    for _ in range(K):
        wants[me] = True
        turn = 1 - me
        while wants[1 - me] and turn != me:
            pass
        inside += 1
        assert inside == 1
        inside -= 1
        wants[me] = False


threads = [threading.Thread(target=enter, args=(me,)) for me in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("inside", inside)
