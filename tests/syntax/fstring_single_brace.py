# An f-string with a single closing brace.
print(f"value: }")
