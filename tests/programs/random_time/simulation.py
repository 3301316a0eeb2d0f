"""A seeded simulation with random and math: a queue at a till."""
import math
import random

random.seed(99)


def exponential(rate):
    return -math.log(1 - random.random()) / rate


def simulate(customers, arrival_rate, service_rate):
    now, free_at, waits = 0.0, 0.0, []
    for _ in range(customers):
        now += exponential(arrival_rate)
        begin = max(now, free_at)
        waits.append(begin - now)
        free_at = begin + exponential(service_rate)
    return waits


for rate in (0.3, 0.6, 0.9):
    waits = simulate(500, rate, 1.0)
    mean = sum(waits) / len(waits)
    spread = math.sqrt(sum((w - mean) ** 2 for w in waits) / len(waits))
    print(f"{rate}: mean {mean:.6f} spread {spread:.6f} longest {max(waits):.3f} none {sum(w == 0 for w in waits)}")


def walk(steps):
    x = y = 0
    for _ in range(steps):
        dx, dy = random.choice([(0, 1), (1, 0), (0, -1), (-1, 0)])
        x, y = x + dx, y + dy
    return x, y, round(math.hypot(x, y), 6)


print([walk(100) for _ in range(4)])
histogram = [0] * 7
for _ in range(600):
    histogram[random.randint(1, 6)] += 1
for face in range(1, 7):
    print(face, "#" * (histogram[face] // 5), histogram[face])
