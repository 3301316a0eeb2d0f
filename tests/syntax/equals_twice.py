# Two equals signs with a space.
x = = 5
