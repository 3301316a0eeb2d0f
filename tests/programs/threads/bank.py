"""The bank with a lock for each account taken in order: many transfers, the total stays."""
import random
import threading


class Account:
    def __init__(self, name, balance):
        self.name, self.balance, self.lock = name, balance, threading.Lock()


accounts = [Account(name, 500) for name in ("home", "shop", "work", "fund")]
refused = 0
refused_lock = threading.Lock()


def transfer(source, target, amount):
    global refused
    first, second = sorted((source, target), key=lambda a: a.name)
    with first.lock, second.lock:
        if source.balance < amount:
            with refused_lock:
                refused += 1
            return False
        balance = target.balance
        source.balance -= amount
        target.balance = int(balance) + amount
        return True


def teller(seed):
    numbers = random.Random(seed)
    for _ in range(60):
        source, target = numbers.sample(accounts, 2)
        transfer(source, target, numbers.randint(1, 100))


tellers = [threading.Thread(target=teller, args=(seed,)) for seed in range(4)]
for t in tellers:
    t.start()
for t in tellers:
    t.join()
print(sum(a.balance for a in accounts), all(a.balance >= 0 for a in accounts), any(a.lock.locked() for a in accounts))
a, b = accounts[:2]
a.balance, b.balance = 100, 0
print(transfer(a, b, 70), transfer(a, b, 70), a.balance, b.balance)
