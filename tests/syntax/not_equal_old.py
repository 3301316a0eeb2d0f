# <> as in Python 2.
if 1 <> 2:
    pass
