# The auditor expects a deposit to raise the balance.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

OPENING, DEPOSIT, WITHDRAWAL = 1, 2, 4
balance = OPENING
deposited = withdrawn = False
lock = threading.Lock()


def deposit():
    global balance, deposited
    with lock:
        balance += DEPOSIT
        deposited = True


def withdraw():
    global balance, withdrawn
    with lock:
        balance -= WITHDRAWAL
        withdrawn = True


def check():
    with lock:
        if deposited and withdrawn:
            assert balance == OPENING + DEPOSIT - WITHDRAWAL, balance


threads = [threading.Thread(target=target) for target in (check, deposit, withdraw)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("balance", balance)
