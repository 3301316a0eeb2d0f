# Unpacking in a comprehension.
x = [*v for v in [[1], [2]]]
