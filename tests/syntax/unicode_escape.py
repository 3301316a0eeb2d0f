# A truncated escape in a string.
path = "C:\Users"
