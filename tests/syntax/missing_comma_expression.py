# A comma forgotten between longer expressions.
print("sum", a.b + 2 f(3) - 4, 5)
