# else if instead of elif.
if x:
    pass
else if y:
    pass
