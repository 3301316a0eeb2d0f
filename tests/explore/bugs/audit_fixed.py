# A transfer and an audit each have the books to themselves.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

accounts = {"savings": 80, "current": 20}
books = threading.Lock()


def transfer(source, target, amount):
    with books:
        accounts[source] -= int(amount)
        accounts[target] += int(amount)


def audit():
    with books:
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
