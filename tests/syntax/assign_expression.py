# Assignment to an expression.
a + b = 3
