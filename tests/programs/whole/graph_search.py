"""Breadth-first, depth-first and topological search, a word ladder, and a cycle found."""
from collections import deque
import string


def bfs(graph, start, goal):
    queue, came = deque([start]), {start: None}
    while queue:
        node = queue.popleft()
        if node == goal:
            path = []
            while node is not None:
                path.append(node)
                node = came[node]
            return path[::-1]
        for neighbour in graph(node):
            if neighbour not in came:
                came[neighbour] = node
                queue.append(neighbour)
    return None


words = {"cold", "cord", "card", "ward", "warm", "word", "wore", "core", "worm"}


def ladder(word):
    for i in range(len(word)):
        for c in string.ascii_lowercase:
            other = word[:i] + c + word[i + 1 :]
            if other != word and other in words:
                yield other


print(bfs(ladder, "cold", "warm"), bfs(ladder, "cold", "none"))
maze = ["S.#.....", "..#.###.", ".##.#...", "....#.#G"]
cells = {(x, y): c for y, row in enumerate(maze) for x, c in enumerate(row) if c != "#"}
start, goal = (next(p for p, c in cells.items() if c == wanted) for wanted in "SG")
path = bfs(lambda p: [(p[0] + dx, p[1] + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)) if (p[0] + dx, p[1] + dy) in cells], start, goal)
print(len(path), path[:4])
for y, row in enumerate(maze):
    print("".join("*" if (x, y) in path else c for x, c in enumerate(row)))


def order(needs):
    done, active, result = set(), [], []

    def visit(task):
        if task in active:
            raise ValueError("cycle: " + " -> ".join(active[active.index(task) :] + [task]))
        if task in done:
            return
        active.append(task)
        for need in sorted(needs.get(task, ())):
            visit(need)
        active.pop()
        done.add(task)
        result.append(task)

    for task in sorted(needs):
        visit(task)
    return result


tasks = {"coat": {"shirt"}, "shoes": {"socks", "trousers"}, "shirt": set(), "trousers": {"pants"}, "belt": {"trousers", "shirt"}}
print(order(tasks))
tasks["pants"] = {"shoes"}
try:
    order(tasks)
except ValueError as problem:
    print(problem)
