# A dict item without its colon.
d = {"a": 1, "b" 2}
