# The condition belongs to the outer lock, which it gives back while it waits.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

office = threading.Lock()
mail = threading.Condition(office)
letters = []


def receive():
    with mail:
        while not letters:
            mail.wait()
        print("received", letters.pop())


def send():
    with mail:
        letters.append("a letter")
        mail.notify()


threads = [threading.Thread(target=receive), threading.Thread(target=send)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
