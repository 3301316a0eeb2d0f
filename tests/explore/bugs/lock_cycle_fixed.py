# Each train takes the piece with the lower number first.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

track = [threading.Lock() for _ in range(3)]
arrived = []


def run_train(number):
    low, high = sorted([number, (number + 1) % 3])
    with track[low]:
        with track[high]:
            arrived.append(number)


trains = [threading.Thread(target=run_train, args=(number,)) for number in range(3)]
for train in trains:
    train.start()
for train in trains:
    train.join()
print("arrived", sorted(arrived))
