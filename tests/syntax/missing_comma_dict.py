# A comma forgotten between two items of a dict.
ages = {"ana": 5 "bo": 6}
