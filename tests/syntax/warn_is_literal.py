# A SyntaxWarning: is with a literal; the program runs.
x = 5
print(x is 5 or x == 5)
