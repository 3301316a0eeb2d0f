"""Two threads take two locks in opposite order with time-outs: one backs off, both finish."""
import threading
import time

a, b = threading.Lock(), threading.Lock()
log = []
say = threading.Lock()


def note(text):
    with say:
        log.append(text)


def patient():
    with a:
        note("patient has a")
        time.sleep(0.1)
        with b:
            note("patient has a and b")


def hasty():
    while True:
        with b:
            note("hasty has b")
            time.sleep(0.15)
            if a.acquire(timeout=0.1):
                note("hasty has b and a")
                a.release()
                return
            note("hasty gives up")
        time.sleep(0.2)


p = threading.Thread(target=patient)
h = threading.Thread(target=hasty)
p.start()
time.sleep(0.03)
h.start()
p.join()
h.join()
print(*log, sep="\n")
print(a.locked(), b.locked())
