# An f-string that is not closed.
name = f"hello {1 + 1}
print(name)
