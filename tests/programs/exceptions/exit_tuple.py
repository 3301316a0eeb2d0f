"""raise SystemExit with an object: its str goes to stderr and the exit code is 1."""
raise SystemExit(("wrong", 5))
