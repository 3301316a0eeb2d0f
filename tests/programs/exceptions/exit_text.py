"""sys.exit with a text: the text goes to stderr, the exit code is 1."""
import sys

print("out")
print("to stderr", file=sys.stderr)
sys.exit("fatal: cannot go on")
