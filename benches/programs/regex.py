# Scans a text with a regular expression.
import re
import sys

LINE = "2026-11-22 10:31:07 worker-3 took 481 ms; worker-12 took 77 ms; nothing else\n"


def scan(n):
    pattern = re.compile(r"(\w+)-(\d+) took (\d+) ms")
    text = LINE * 20
    total = 0
    for _ in range(n):
        for match in pattern.finditer(text):
            total += int(match.group(3))
    return total


print(scan(int(sys.argv[1])))
