# A hexadecimal digit out of range.
x = 0xFG
