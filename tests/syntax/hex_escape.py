# A truncated hexadecimal escape.
x = "ab\x4"
