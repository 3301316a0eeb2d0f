# The comparison is done by the main thread, when all scores are in.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

scores = []


def hand_in(score):
    scores.append(score)


players = [threading.Thread(target=hand_in, args=(score,)) for score in (310, 270)]
for player in players:
    player.start()
for player in players:
    player.join()
best = max(scores)
assert best == 310, best
print("best", best)
