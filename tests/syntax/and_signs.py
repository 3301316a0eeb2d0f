# && as in other languages.
if True && False:
    pass
