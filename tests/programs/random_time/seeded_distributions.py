"""random with a seed: uniform, gauss, normalvariate, expovariate, triangular, betavariate and others."""
import random

random.seed(1234)
names = [
    ("uniform", (1, 10)),
    ("triangular", (0, 10, 3)),
    ("gauss", (0, 1)),
    ("gauss", (100, 15)),
    ("gauss", (0, 1)),
    ("normalvariate", (5, 2)),
    ("lognormvariate", (0, 0.25)),
    ("expovariate", (1.5,)),
    ("vonmisesvariate", (1, 2)),
    ("gammavariate", (2, 3)),
    ("gammavariate", (0.5, 1)),
    ("betavariate", (2, 5)),
    ("paretovariate", (3,)),
    ("weibullvariate", (1, 1.5)),
    ("binomialvariate", (20, 0.3)),
]
for name, args in names:
    values = [getattr(random, name)(*args) for _ in range(3)]
    print(f"{name:16}", *(f"{v:.9f}" if isinstance(v, float) else v for v in values))
random.seed(5)
print(sum(random.gauss(0, 1) for _ in range(1000)) / 1000)
print(random.uniform(5, 5), random.uniform(3, 1) < 3, random.triangular() <= 1)
