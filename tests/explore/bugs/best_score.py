# Two players hand in scores, and the lower one may be stored over the higher.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

best = 0


def hand_in(score):
    global best
    best = max(best, score)


players = [threading.Thread(target=hand_in, args=(score,)) for score in (310, 270)]
for player in players:
    player.start()
for player in players:
    player.join()
assert best == 310, best
print("best", best)
