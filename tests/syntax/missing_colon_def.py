# No colon after def.
def greet(name)
    print(name)
