# A comma forgotten at the end of a line of a list.
shopping = [
    "tea",
    "milk"
    12,
]
