"""Subclasses of list and dict: which methods they override and what operations return."""
class Stack(list):
    def push(self, v):
        self.append(v)
        return self

    def __getitem__(self, i):
        return f"item {super().__getitem__(i)}"


s = Stack([1, 2]).push(3)
print(s, s[0], s[-1], list(s), [v for v in s], s + [4], type(s + s).__name__, type(s[:2]), s == [1, 2, 3], sorted(s, reverse=True), s.copy().__class__.__name__)


class Lower(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)

    def __getitem__(self, k):
        return super().__getitem__(k.lower())


d = Lower(A=1)
d["B"] = 2
d.update(C=3)
print(d, d["b"], d.get("B"), "B" in d, d.setdefault("D", 4), type(d.copy()).__name__, d == {"A": 1, "b": 2, "C": 3, "D": 4}, {**d})
