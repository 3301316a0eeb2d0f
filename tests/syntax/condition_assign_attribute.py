# One equals sign in a condition, with an attribute.
while account.balance = 0:
    pass
