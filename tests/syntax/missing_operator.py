# Two names side by side.
x = a b
