# A comma forgotten in a call.
print("total:" total)
