# One equals sign in the second part of a condition.
if x == 1 and y = 2:
    pass
