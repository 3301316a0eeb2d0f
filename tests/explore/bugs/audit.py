# An auditor adds up two accounts in the middle of a transfer between them.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

accounts = {"savings": 80, "current": 20}


def transfer(source, target, amount):
    accounts[source] -= int(amount)
    accounts[target] += int(amount)


def audit():
    total = sum(accounts.values())
    assert total == 100, f"{total} instead of 100"


threads = [
    threading.Thread(target=transfer, args=("savings", "current", "30")),
    threading.Thread(target=audit),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(accounts)
