# The door is opened and the bell rung with the lock held.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

door = threading.Condition()
is_open = False


def enter():
    with door:
        while not is_open:
            door.wait()
    print("inside")


def open_door():
    global is_open
    with door:
        is_open = True
        door.notify()


threads = [threading.Thread(target=enter), threading.Thread(target=open_door)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
