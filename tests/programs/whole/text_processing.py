"""Text: wrapping, a table, word statistics, a template, run-length coding, a diff, without the re module."""
TEXT = """The lock keeps the others out,
the key is held by one; and those
who wait for it must wait about
until the holder's work is done."""


def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return lines + [line]


for line in wrap(TEXT, 24):
    print(f"|{line:^24}|")
words = [w.strip(",;.").lower() for w in TEXT.split()]
print(sorted({w: words.count(w) for w in words}.items(), key=lambda p: (-p[1], p[0]))[:4], max(words, key=len), sum(map(len, words)) / len(words))
print(TEXT.title().splitlines()[0], TEXT.count("\n"), [line[0] for line in TEXT.splitlines()], TEXT.find("key"), TEXT.swapcase()[:10])


def rle(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append((text[i], j - i))
        i = j
    return out


def unrle(pairs):
    return "".join(c * n for c, n in pairs)


packed = rle("aaabccdddd")
print(packed, unrle(packed), "".join(f"{n}{c}" for c, n in packed))


def lcs(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            table[i][j] = 1 + table[i + 1][j + 1] if a[i] == b[j] else max(table[i + 1][j], table[i][j + 1])
    return table


def diff(a, b):
    table, i, j = lcs(a, b), 0, 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and a[i] == b[j]:
            yield "  " + a[i]
            i, j = i + 1, j + 1
        elif j == len(b) or (i < len(a) and table[i + 1][j] >= table[i][j + 1]):
            yield "- " + a[i]
            i += 1
        else:
            yield "+ " + b[j]
            j += 1


print(*diff(["lock", "read", "write", "unlock"], ["read", "check", "write", "unlock", "end"]), sep="\n")
rows = [("name", "n"), ("ana", 5), ("bartholomew", 1234)]
widths = [max(len(str(row[i])) for row in rows) for i in range(2)]
for row in rows:
    print(" | ".join(f"{cell:{'>' if isinstance(cell, int) else '<'}{w}}" for cell, w in zip(row, widths)))
print("palindromes:", [w for w in "level rotor stack noon".split() if w == w[::-1]], "".join(sorted("anagram")), "a-b_c d".replace("-", "_").split("_"))
