# A bracket that is never closed, at the end of the file.
items = [1, 2,
