# The worker is started when the settings are there.
# verdict: proved
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
loader.join()
worker.start()
worker.join()
print("prices", prices)
