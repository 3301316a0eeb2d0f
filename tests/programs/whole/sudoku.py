"""A sudoku solved by elimination and search."""
PUZZLE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
CELLS = range(81)


def peers(i):
    row, column = divmod(i, 9)
    box = {(row // 3 * 3 + a) * 9 + column // 3 * 3 + b for a in range(3) for b in range(3)}
    return ({row * 9 + c for c in range(9)} | {r * 9 + column for r in range(9)} | box) - {i}


PEERS = [sorted(peers(i)) for i in CELLS]
nodes = 0


def solve(grid):
    global nodes
    nodes += 1
    best, options = None, None
    for i in CELLS:
        if grid[i] == ".":
            left = [d for d in "123456789" if all(grid[p] != d for p in PEERS[i])]
            if not left:
                return None
            if options is None or len(left) < len(options):
                best, options = i, left
    if best is None:
        return grid
    for digit in options:
        solved = solve(grid[:best] + digit + grid[best + 1 :])
        if solved:
            return solved
    return None


solution = solve(PUZZLE)
for r in range(9):
    print(" ".join(solution[r * 9 : r * 9 + 9]))
print(nodes, all(len({solution[i], *(solution[p] for p in PEERS[i])}) == 9 for i in CELLS), solve("12345678" + "." * 9 + "9" + "." * 63))
