"""A shop with classes, exceptions, formatting and an audit trail."""
from collections import defaultdict


class StockError(Exception):
    def __init__(self, item, wanted, available):
        super().__init__(item, wanted, available)
        self.item, self.wanted, self.available = item, wanted, available

    def __str__(self):
        return f"only {self.available} of {self.item!r}, not {self.wanted}"


class Product:
    def __init__(self, name, cents, stock=0):
        self.name, self.cents, self.stock = name, cents, stock

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, {self.cents}, stock={self.stock})"

    def price(self, n):
        return self.cents * n


class Bulk(Product):
    def price(self, n):
        full = super().price(n)
        return full * 9 // 10 if n >= 10 else full


class Shop:
    def __init__(self, *products):
        self.products = {p.name: p for p in products}
        self.journal, self.sold = [], defaultdict(int)

    def __getitem__(self, name):
        try:
            return self.products[name]
        except KeyError:
            raise LookupError(f"no product {name!r}; there are {', '.join(sorted(self.products))}") from None

    def sell(self, **order):
        before = {name: self[name].stock for name in order}
        total = 0
        try:
            for name, n in order.items():
                product = self[name]
                if n > product.stock:
                    raise StockError(name, n, product.stock)
                product.stock -= n
                total += product.price(n)
        except StockError as problem:
            for name, stock in before.items():
                self[name].stock = stock
            self.journal.append(f"refused: {problem}")
            raise
        else:
            for name, n in order.items():
                self.sold[name] += n
            self.journal.append(f"sold for {total / 100:.2f}")
            return total


shop = Shop(Product("tea", 350, 5), Bulk("nail", 12, 100), Product("lamp", 4999, 1))
for order in ({"tea": 2, "nail": 5}, {"nail": 20, "lamp": 1}, {"tea": 1, "lamp": 1}, {"sofa": 1}, {"tea": 3}):
    try:
        print(f"{order!s:28} {shop.sell(**order):>6}")
    except (StockError, LookupError) as problem:
        print(f"{order!s:28} {type(problem).__name__}: {problem}")
print(*shop.journal, sep="\n")
print(dict(shop.sold), list(shop.products.values()))
print(f"{'name':<6}|{'stock':^7}|{'price':>8}")
for p in sorted(shop.products.values(), key=lambda p: -p.cents):
    print(f"{p.name:<6}|{p.stock:^7}|{p.cents / 100:>8.2f}")
