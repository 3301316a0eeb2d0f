# A program that begins indented.
    x = 1
    print(x)
