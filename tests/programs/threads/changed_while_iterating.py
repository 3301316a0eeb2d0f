"""A dict, a set, a list and a deque changed by another thread while they are iterated over."""
import collections
import threading


def pause_after_first(container):
    """Iterate; after the first item let the other thread change the container."""
    seen = []
    try:
        for item in container:
            seen.append(item)
            if len(seen) == 1:
                reached.set()
                changed.wait()
    except RuntimeError as problem:
        print(type(container).__name__, problem)
    else:
        print(type(container).__name__, "fine", seen)


def change(f):
    reached.wait()
    f()
    changed.set()


table = {"a": 1, "b": 2}
cases = [
    (table, lambda: table.update(c=3)),
    ({1}, None),
    ([1, 2], None),
    (collections.deque([1, 2]), None),
    (table, lambda: table.update(a=9)),
    (table.items(), lambda: table.pop("b")),
]
for container, f in cases:
    reached, changed = threading.Event(), threading.Event()
    if f is None:
        add = getattr(container, "append", None) or container.add
        f = lambda: add(99)
    t = threading.Thread(target=change, args=(f,))
    t.start()
    pause_after_first(container)
    t.join()
