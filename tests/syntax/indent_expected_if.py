# The body of an if is not indented.
x = 1
if x:
# only a comment
print(x)
