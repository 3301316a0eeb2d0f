# An expression as the name of an argument.
f(a.b=1)
