"""Two threads that alternate strictly: with semaphores, with events, with a condition and with a barrier."""
import threading

out = []


def semaphores():
    a, b = threading.Semaphore(1), threading.Semaphore(0)

    def player(mine, other, word):
        for _ in range(3):
            mine.acquire()
            out.append(word)
            other.release()

    return (a, b, "ping"), (b, a, "pong"), player


def events():
    a, b = threading.Event(), threading.Event()
    a.set()

    def player(mine, other, word):
        for _ in range(3):
            mine.wait()
            mine.clear()
            out.append(word)
            other.set()

    return (a, b, "tick"), (b, a, "tock"), player


def condition():
    cond, turn = threading.Condition(), [0]

    def player(me, other, word):
        for _ in range(3):
            with cond:
                cond.wait_for(lambda: turn[0] == me)
                out.append(word)
                turn[0] = other
                cond.notify_all()

    return (0, 1, "left"), (1, 0, "right"), player


def barrier():
    gate = threading.Barrier(2)

    def player(me, other, word):
        for turn in range(6):
            if turn % 2 == me:
                out.append(word)
            gate.wait()

    return (0, 1, "black"), (1, 0, "white"), player


for game in (semaphores, events, condition, barrier):
    out.clear()
    first, second, player = game()
    threads = [threading.Thread(target=player, args=args) for args in (second, first)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(game.__name__, *out)
