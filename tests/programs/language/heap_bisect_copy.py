"""heapq, bisect, copy and operator in small use."""
import bisect
import copy
import heapq
import operator

heap = []
for v in (5, 1, 4, 1, 3):
    heapq.heappush(heap, v)
print(heap, [heapq.heappop(heap) for _ in range(5)])
items = [9, 7, 5, 3, 1]
heapq.heapify(items)
print(items, heapq.heapreplace(items, 4), heapq.heappushpop(items, 0), items, heapq.nsmallest(2, items), heapq.nlargest(2, items))
print(list(heapq.merge([1, 4], [2, 3], [0, 9])), heapq.nsmallest(2, ["ccc", "a", "bb"], key=len))
ordered = [1, 3, 3, 5]
print(bisect.bisect(ordered, 3), bisect.bisect_left(ordered, 3), bisect.bisect_right(ordered, 4), bisect.bisect(ordered, 0))
bisect.insort(ordered, 4)
print(ordered, "FDCBA"[bisect.bisect([60, 70, 80, 90], 85)], bisect.bisect_left(["a", "ccc"], 2, key=len))
nested = {"a": [1, [2, 3]], "t": (4, [5])}
shallow, deep = copy.copy(nested), copy.deepcopy(nested)
nested["a"][1].append("changed")
print(shallow["a"], deep["a"], shallow["a"] is nested["a"], deep == shallow)
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin, twin[1] is twin, copy.copy((1, 2)), copy.deepcopy("text"))


class Node:
    def __init__(self, v):
        self.v, self.next = v, None

    def __repr__(self):
        return f"Node({self.v})"


a = Node([1])
a.next = a
b = copy.deepcopy(a)
print(b, b.next is b, b.v is a.v, copy.copy(a).v is a.v)
print(operator.itemgetter(1, 0)("ab"), operator.attrgetter("v")(a), operator.methodcaller("upper")("x"), operator.mul(3, 4), operator.contains("abc", "b"), operator.not_(0), operator.truth([]), operator.concat("a", "b"), operator.index(True), operator.floordiv(7, 2))


def dijkstra(graph, start):
    best, queue = {start: 0}, [(0, start)]
    while queue:
        distance, node = heapq.heappop(queue)
        if distance > best[node]:
            continue
        for neighbour, cost in graph[node].items():
            new = distance + cost
            if new < best.get(neighbour, float("inf")):
                best[neighbour] = new
                heapq.heappush(queue, (new, neighbour))
    return best


print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 1}, "c": {"b": 2, "d": 8}, "d": {}}, "a"))
