"""Uncaught: raise … from None hides the first exception in the traceback."""


class Missing(LookupError):
    pass


SETTINGS = {"a": 1}


def setting(name):
    try:
        return SETTINGS[name]
    except KeyError:
        raise Missing(f"no setting {name!r}") from None


print(setting("a"))
setting("b")
