# The waiter first looks whether the dish is there already.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

bell = threading.Condition()
dish_ready = False


def cook():
    global dish_ready
    with bell:
        dish_ready = True
        bell.notify()


def serve():
    with bell:
        while not dish_ready:
            bell.wait()
    print("served")


waiter = threading.Thread(target=serve)
chef = threading.Thread(target=cook)
waiter.start()
chef.start()
waiter.join()
chef.join()
