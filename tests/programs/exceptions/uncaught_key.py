"""An uncaught KeyError with a tuple key, after output without a newline."""


def find(table, *key):
    return table[key]


table = {(1, 2): "x"}
print(find(table, 1, 2), end="")
find(table, 3, "four")
