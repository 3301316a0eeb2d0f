# No colon after else.
if True:
    pass
else
    pass
