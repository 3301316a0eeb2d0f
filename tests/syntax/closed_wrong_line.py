# A call that is not closed in front of the next statement.
print("a"
print("b")
