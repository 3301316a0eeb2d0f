# A string that is not closed.
name = "ana
print(name)
