# The main thread resets the barrier while somebody waits there, who gets an error, and the other waits for ever.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

meeting = threading.Barrier(2)


def attend():
    meeting.wait()
    print("met")


people = [threading.Thread(target=attend) for _ in range(2)]
for person in people:
    person.start()
meeting.reset()
for person in people:
    person.join()
