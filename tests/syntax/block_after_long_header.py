# A block that is missing after a header of two lines.
if (1 < 2 and
        2 < 3):
print("x")
