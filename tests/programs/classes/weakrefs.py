"""weakref.ref, callbacks, WeakValueDictionary, WeakSet, finalize."""
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name})"


n = Node("n")
r = weakref.ref(n)
print(r() is n, r() is r(), weakref.ref(n) is r, weakref.getweakrefcount(n))
s = weakref.ref(n, lambda ref: print("callback", ref() is None, ref is s))
t = weakref.ref(n, lambda ref: print("second callback"))
n = None
print(r(), s())
cache = weakref.WeakValueDictionary()
a, b = Node("a"), Node("b")
cache["a"], cache["b"] = a, b
print(sorted(cache), len(cache), cache.get("a"))
del a
print(sorted(cache), cache.get("a"), "b" in cache)
group = weakref.WeakSet([b])
print(len(group), b in group)
finalizer = weakref.finalize(b, print, "finalised", "b")
print(finalizer.alive)
del b
print(len(group), finalizer.alive, len(cache))


class Tree:
    def __init__(self, parent=None):
        self.parent = weakref.ref(parent) if parent else None
        self.children = []


root = Tree()
root.children.append(Tree(root))
child = root.children[0]
print(child.parent() is root)
root = None
print(child.parent())
keys = weakref.WeakKeyDictionary()
k = Node("key")
keys[k] = 1
print(len(keys), keys[k])
k = None
print(len(keys))
try:
    weakref.ref(5)
except TypeError as problem:
    print(problem)
p = Node("proxied")
proxy = weakref.proxy(p)
print(proxy.name)
del p
try:
    proxy.name
except ReferenceError as problem:
    print(problem)
