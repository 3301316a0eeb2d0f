"""if/elif/else, while and for with break, continue and else clauses."""


def grade(points):
    if points >= 90:
        return "A"
    elif points >= 75:
        return "B"
    elif points >= 50:
        return "C"
    else:
        return "-"


print([grade(p) for p in (100, 90, 89, 75, 50, 49, 0)])

n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
    if steps > 200:
        break
else:
    print("collatz ended after", steps)

for candidate in range(2, 20):
    for divisor in range(2, candidate):
        if candidate % divisor == 0:
            break
    else:
        print(candidate, end=" ")
print()

total = 0
for i in range(10):
    if i % 3 == 0:
        continue
    if i == 8:
        break
    total += i
else:
    print("not reached")
print(total, i)

while False:
    pass
else:
    print("else of a loop that never ran")

for _ in ():
    print("never")
print("last", _ if "_" in globals() else "unbound")
