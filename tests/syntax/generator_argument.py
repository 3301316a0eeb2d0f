# A bare generator expression with another argument.
print(v for v in range(3), 5)
