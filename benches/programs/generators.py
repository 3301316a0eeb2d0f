# Generator ping-pong: values go in by send() and come out by yield.
import sys


def player():
    total = 0
    while True:
        ball = yield total
        total += ball


def play(n):
    other = player()
    next(other)
    answer = 0
    for ball in range(n):
        answer = other.send(ball)
    return answer


print(play(int(sys.argv[1])))
