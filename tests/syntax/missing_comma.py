# A comma forgotten in a list.
values = [1, 2 3]
