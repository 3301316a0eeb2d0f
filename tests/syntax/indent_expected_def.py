# The body of a function is not indented.
def f():
print("x")
