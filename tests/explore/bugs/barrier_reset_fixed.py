# The main thread resets the barrier when all have left it.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

meeting = threading.Barrier(2)


def attend():
    meeting.wait()
    print("met")


people = [threading.Thread(target=attend) for _ in range(2)]
for person in people:
    person.start()
for person in people:
    person.join()
meeting.reset()
