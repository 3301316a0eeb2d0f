# An f-string with an assignment.
print(f"{x = y}" if True else f"{x y}")
