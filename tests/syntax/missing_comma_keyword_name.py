# A comma forgotten between simple keyword arguments.
t = Thread(target=f name="x")
