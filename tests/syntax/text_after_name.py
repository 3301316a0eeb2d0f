# A text after a name in a call.
print(total "euros")
