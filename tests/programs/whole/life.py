"""The game of life on a set of cells, for a glider and a blinker."""
from collections import Counter


def step(cells):
    near = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {cell for cell, n in near.items() if n == 3 or (n == 2 and cell in cells)}


def show(cells, width, height):
    for y in range(height):
        print("".join("#" if (x, y) in cells else "." for x in range(width)))
    print()


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for generation in range(9):
    if generation % 4 == 0:
        print("generation", generation, sorted(glider))
        show(glider, 6, 6)
    glider = step(glider)
blinker = {(0, 1), (1, 1), (2, 1)}
print(step(step(blinker)) == blinker, sorted(step(blinker)))
pentomino, sizes = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}, []
for _ in range(40):
    sizes.append(len(pentomino))
    pentomino = step(pentomino)
print(sizes)
