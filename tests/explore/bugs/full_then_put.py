# Two senders see a free place in the mailbox, and one of them waits for ever.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import queue
import threading

mailbox = queue.Queue(maxsize=1)


def send(letter):
    if not mailbox.full():
        mailbox.put(letter.upper())


senders = [threading.Thread(target=send, args=(letter,)) for letter in ("bill", "card")]
for sender in senders:
    sender.start()
for sender in senders:
    sender.join()
print("letters:", mailbox.qsize())
