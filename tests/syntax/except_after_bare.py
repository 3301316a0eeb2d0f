# A bare except in front of another one.
try:
    pass
except:
    pass
except ValueError:
    pass
