# A block that is missing behind blank lines and comments.
while True:

    # what to do

print("x")
