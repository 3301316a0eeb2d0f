# A closing parenthesis too many.
print("a"))
