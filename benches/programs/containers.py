# Lists, dictionaries, sets and texts: append, item access, membership, formatting.
import sys


def work(n):
    words = {}
    row = []
    seen = set()
    length = 0
    for i in range(n):
        key = f"k{i % 100}"
        words[key] = words.get(key, 0) + 1
        row.append(i)
        if i % 7 not in seen:
            seen.add(i % 7)
        length += len(key) + row[i // 2]
    return len(words), len(row), len(seen), length


print(work(int(sys.argv[1])))
