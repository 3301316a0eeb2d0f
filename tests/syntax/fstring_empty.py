# An f-string with nothing in its braces.
print(f"value: {}")
