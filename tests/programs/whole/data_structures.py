"""Linked list, binary search tree, trie, LRU cache and union-find, as classes."""


class LinkedList:
    class Node:
        __slots__ = "value", "next"

        def __init__(self, value, next=None):
            self.value, self.next = value, next

    def __init__(self, values=()):
        self.head, self.size = None, 0
        for v in reversed(list(values)):
            self.push(v)

    def push(self, v):
        self.head, self.size = self.Node(v, self.head), self.size + 1

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous
        return self

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"


numbers = LinkedList("abc")
numbers.push(0)
print(numbers, len(numbers), numbers.reverse(), "b" in numbers, LinkedList(), list(numbers))


class Trie:
    def __init__(self):
        self.root = {}

    def add(self, word):
        node = self.root
        for c in word:
            node = node.setdefault(c, {})
        node[None] = word

    def find(self, prefix):
        node = self.root
        for c in prefix:
            if c not in node:
                return []
            node = node[c]
        stack, found = [node], []
        while stack:
            node = stack.pop()
            for key, child in node.items():
                found.append(child) if key is None else stack.append(child)
        return sorted(found)


trie = Trie()
for word in "car card care cat dog do".split():
    trie.add(word)
print(trie.find("car"), trie.find("d"), trie.find("x"), len(trie.find("")))


class LRU:
    def __init__(self, size):
        self.size, self.data, self.hits = size, {}, 0

    def get(self, key, make):
        if key in self.data:
            self.hits += 1
            self.data[key] = self.data.pop(key)
        else:
            if len(self.data) >= self.size:
                del self.data[next(iter(self.data))]
            self.data[key] = make(key)
        return self.data[key]


cache = LRU(3)
print([cache.get(k, str.upper) for k in "abcadbae"], list(cache.data), cache.hits)


class Groups:
    def __init__(self, n):
        self.parent = list(range(n))

    def find(self, x):
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        self.parent[a] = b
        return a != b


groups = Groups(8)
print([groups.join(a, b) for a, b in ((0, 1), (2, 3), (1, 3), (0, 2), (5, 6))], len({groups.find(i) for i in range(8)}))
