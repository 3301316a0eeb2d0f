# A sender tries, and drops the letter if there is no place.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import queue
import threading

mailbox = queue.Queue(maxsize=1)


def send(letter):
    try:
        mailbox.put_nowait(letter.upper())
    except queue.Full:
        pass


senders = [threading.Thread(target=send, args=(letter,)) for letter in ("bill", "card")]
for sender in senders:
    sender.start()
for sender in senders:
    sender.join()
print("letters:", mailbox.qsize())
