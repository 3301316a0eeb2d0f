# An assignment without a value.
x =
