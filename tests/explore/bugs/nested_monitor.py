# A thread waits for a message with the outer lock still held, which the sender needs.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

office = threading.Lock()
mail = threading.Condition()
letters = []


def receive():
    with office:
        with mail:
            while not letters:
                mail.wait()
            print("received", letters.pop())


def send():
    with office:
        with mail:
            letters.append("a letter")
            mail.notify()


threads = [threading.Thread(target=receive), threading.Thread(target=send)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
