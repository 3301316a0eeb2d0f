"""f-strings with nested formats, multi-line expressions, formatted containers and a table."""
rows = [("home", 1200.5, 3), ("shop", 75, 12), ("a long name", -3.14159, 100)]
width = max(len(name) for name, _, _ in rows)
print(f"{'account':<{width}} {'balance':>12} {'n':>4}")
print("-" * (width + 18))
for name, balance, n in rows:
    print(f"{name:<{width}} {balance:>12,.2f} {n:>4d}{'!' if balance < 0 else ''}")
total = sum(balance for _, balance, _ in rows)
print(f"{'total':.<{width}}.{total:.>12,.2f}")
values = {"k": [1, 2, {"deep": "x"}]}
print(f"{values['k'][2]['deep']!r:>{4 + 4}} {len(values):03} {values}")
print(
    f"{
        sum(
            i
            for i in range(10)
        )
    } multi-line"
)
print(f"{'x' * 3:>{'1' + '0'}}", f"{3.14159:{'.2f' if total else ''}}", f"{12:{''}}")
print(f"{ {'a': 1}['a'] } {[*range(3)]} {(1, 2)[0]} {3 if 0 else 4} {lambda_() if (lambda_ := lambda: 'called') else 0}")
print("a" f"{1}" "{not}" f"{{esc}}" rf"\d{2}" "\N{BULLET}")
print(f"{total=:,.1f} {name = !s:>12} {1 + 1 = }")
print(f"{True and 'yes'} {not 5} {1 < 2 < 3} {5 // 2 ** 2} {-2 ** 2} {~5} {'a' 'b'}")
