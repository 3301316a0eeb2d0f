"""Dining philosophers who take the lower fork first: everybody eats, and no two neighbours at once."""
import threading

N, MEALS = 4, 3
forks = [threading.Lock() for _ in range(N)]
eating = [False] * N
meals = [0] * N
trouble = []


def philosopher(n):
    first, second = sorted((n, (n + 1) % N))
    for _ in range(MEALS):
        with forks[first]:
            with forks[second]:
                eating[n] = True
                if eating[n - 1] or eating[(n + 1) % N]:
                    trouble.append(n)
                meals[n] += 1
                eating[n] = False


threads = [threading.Thread(target=philosopher, args=(n,), name=f"P{n}") for n in range(N)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(meals, trouble, any(f.locked() for f in forks))
