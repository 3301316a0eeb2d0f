"""Huffman coding with heapq: codes, encoding and decoding, ties broken by order."""
import heapq
from collections import Counter


def codes(text):
    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    next_id = len(heap)
    while len(heap) > 1:
        (n1, _, a), (n2, _, b) = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (n1 + n2, next_id, (a, b)))
        next_id += 1
    table = {}

    def walk(node, prefix):
        if isinstance(node, tuple):
            walk(node[0], prefix + "0")
            walk(node[1], prefix + "1")
        else:
            table[node] = prefix or "0"

    walk(heap[0][2], "")
    return table


def decode(bits, table):
    back, out, current = {v: k for k, v in table.items()}, [], ""
    for bit in bits:
        current += bit
        if current in back:
            out.append(back[current])
            current = ""
    return "".join(out)


text = "she sells sea shells by the sea shore"
table = codes(text)
bits = "".join(table[c] for c in text)
print(sorted(table.items(), key=lambda p: (len(p[1]), p[0])))
print(bits, len(bits), f"{len(bits) / (8 * len(text)):.1%}", decode(bits, table) == text)
print(codes("aaaa"), int(bits[:64], 2), hex(int(bits, 2))[:20])
