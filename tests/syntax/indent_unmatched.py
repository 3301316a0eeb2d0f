# A line indented between two levels.
def f():
        x = 1
    return x
