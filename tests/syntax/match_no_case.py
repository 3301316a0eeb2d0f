# A case without an indented body.
match 5:
    case 1:
print("x")
