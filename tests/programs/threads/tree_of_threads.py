"""Threads that start and join threads of their own: a sum over a tree, a merge sort."""
import threading

depth_of = {}
guard = threading.Lock()


def total(tree, out, depth=0):
    with guard:
        depth_of[depth] = depth_of.get(depth, 0) + 1
    if isinstance(tree, int):
        out.append(tree)
        return
    parts = []
    children = [threading.Thread(target=total, args=(branch, parts, depth + 1)) for branch in tree]
    for c in children:
        c.start()
    for c in children:
        c.join()
    out.append(sum(parts))


result = []
total([1, [2, 3, [4]], [[5], 6]], result)
print(result, sorted(depth_of.items()))


def merge_sort(items, out):
    if len(items) <= 1:
        out.extend(items)
        return
    middle = len(items) // 2
    left, right = [], []
    threads = [
        threading.Thread(target=merge_sort, args=(items[:middle], left)),
        threading.Thread(target=merge_sort, args=(items[middle:], right)),
    ]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    while left and right:
        out.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
    out.extend(left or right)


ordered = []
merge_sort([5, 3, 9, 1, 5, 7, 2, 8, 0], ordered)
print(ordered, threading.active_count())
