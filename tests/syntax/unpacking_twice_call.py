# An argument in front of a keyword argument's equals sign that is no name.
f("name"=5)
