# A comma forgotten between keyword arguments.
t = Thread(target=f, args=(1,) name="x")
