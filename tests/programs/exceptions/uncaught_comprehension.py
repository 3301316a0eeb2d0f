"""An uncaught exception inside nested comprehensions and a lambda."""
prices = {"tea": 3, "milk": None}
orders = [["tea"], ["tea", "milk"]]


def totals(rows, discount):
    return [
        sum(discount(prices[item]) for item in row)
        for row in rows
    ]


print(totals(orders[:1], lambda p: p * 2))
print(totals(orders, lambda p: p * 2))
