# Characters that are not ASCII in bytes.
b = b"ñ"
