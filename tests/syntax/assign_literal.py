# Assignment to a number.
5 = x
