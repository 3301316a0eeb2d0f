"""A tree whose iteration is a generator: walks, levels, membership."""
class Tree:
    def __init__(self, v, left=None, right=None):
        self.v, self.left, self.right = v, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.v
        if self.right:
            yield from self.right

    def __reversed__(self):
        return reversed(list(self))

    def levels(self):
        level = [self]
        while level:
            yield [t.v for t in level]
            level = [c for t in level for c in (t.left, t.right) if c]


t = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, Tree(5)))
print(list(t), list(reversed(t)), list(t.levels()), 5 in t, sum(t), max(t), sorted(t) == list(t))
