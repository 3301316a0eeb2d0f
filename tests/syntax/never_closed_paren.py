# A parenthesis that is never closed.
print("start")
total = sum([1, 2, 3
print(total)
