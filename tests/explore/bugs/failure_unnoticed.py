# A thread fails because its settings are not loaded yet, and the main thread goes on with half of the result.
# verdict: counterexample
# kinds: exception KeyError
# python: 3.14, 3.9, 3.14t
import threading

settings = {}
prices = []


def load():
    settings["tax"] = int("20")


def compute(price):
    prices.append(price + price * settings["tax"] // 100)


loader = threading.Thread(target=load)
worker = threading.Thread(target=compute, args=(50,))
loader.start()
worker.start()
worker.join()
loader.join()
print("prices", prices)
