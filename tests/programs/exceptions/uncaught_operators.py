"""Carets under binary operators, subscripts and attribute chains of an uncaught exception."""


class Tree:
    def __init__(self, left=None, right=None):
        self.left, self.right = left, right


def combine(table, tree, n):
    first = table["a"][0] + len(table["b"])
    second = (
        table["a"][1]
        + tree.left.right.left
        * n
    )
    return first + second


def show(f, *args):
    import traceback

    try:
        f(*args)
    except Exception:
        print(traceback.format_exc())


tree = Tree(Tree(right=Tree(left=5)))
print(combine({"a": [1, 2], "b": "xy"}, tree, 3))
combine({"a": [1, 2], "b": "xy"}, Tree(Tree()), 3)
