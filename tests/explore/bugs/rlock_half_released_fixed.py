# Every way out of the function gives the lock back.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

lock = threading.RLock()
stock = {"tea": 1}


def take(item):
    with lock:
        if stock[item] == 0:
            return False
        stock[item] -= 1
        return True


def order(item):
    with lock:
        if not take(item):
            print("sold out")
        else:
            print("here you are")


threads = [threading.Thread(target=order, args=("tea",)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
