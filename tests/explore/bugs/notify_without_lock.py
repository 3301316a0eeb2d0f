# A thread notifies only if somebody waits, and then forgets that it needs the lock to do so.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

door = threading.Condition()
waiting = 0
is_open = False


def enter():
    global waiting
    with door:
        while not is_open:
            waiting += 1
            door.wait()
    print("inside")


def open_door():
    global is_open
    is_open = True
    if waiting:
        door.notify()


threads = [threading.Thread(target=enter), threading.Thread(target=open_door)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
