# A bracket that is not closed in front of the colon.
if (x == 1:
    print(x)
