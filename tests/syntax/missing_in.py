# A for loop without in.
for i range(3):
    print(i)
