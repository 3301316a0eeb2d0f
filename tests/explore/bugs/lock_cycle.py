# Three trains each hold one piece of a circular track and want the next.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

track = [threading.Lock() for _ in range(3)]
arrived = []


def run_train(number):
    here, ahead = track[number], track[(number + 1) % 3]
    with here:
        with ahead:
            arrived.append(number)


trains = [threading.Thread(target=run_train, args=(number,)) for number in range(3)]
for train in trains:
    train.start()
for train in trains:
    train.join()
print("arrived", sorted(arrived))
