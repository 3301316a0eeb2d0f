# A SyntaxWarning: an assertion that is always true; the program runs.
assert (1 == 2, "never fails")
print("ran")
