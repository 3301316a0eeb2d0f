# A comma forgotten at the end of a line of a dict.
ages = {
    "ana": 5
    "bo": 6,
}
