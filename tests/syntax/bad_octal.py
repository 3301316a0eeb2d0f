# An octal digit out of range.
x = 0o78
