"""Small programs as students write them: a stack machine, a cipher, bubble sort, Euclid, FizzBuzz."""
def rpn(source):
    stack = []
    for token in source.split():
        if token in "+-*/":
            b, a = stack.pop(), stack.pop()
            stack.append({"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else None}[token])
        else:
            stack.append(float(token))
    return stack


print(rpn("3 4 + 2 * 7 /"), rpn("1 2"))


def caesar(s, k):
    return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)


print(caesar("hello, world", 3), caesar(caesar("abc", 5), -5))


def bubble(items):
    items, swaps = items[:], 0
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swaps += 1
    return items, swaps


print(bubble([5, 1, 4, 2, 8]))
a, b = 1071, 462
while b:
    a, b = b, a % b
print(a, [("Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0)) or n for n in range(1, 16)])
