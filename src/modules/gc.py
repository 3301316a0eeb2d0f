# gc: there is no cycle collector; objects die by their reference counts.

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
garbage = []
callbacks = []
_enabled = [True]


def collect(generation=2):
    return 0


def enable():
    _enabled[0] = True


def disable():
    _enabled[0] = False


def isenabled():
    return _enabled[0]


def get_count():
    return 0, 0, 0


def get_threshold():
    return 2000, 10, 0


def set_threshold(threshold0, threshold1=None, threshold2=None, /):
    pass


def freeze():
    pass


def unfreeze():
    pass


def get_objects(generation=None):
    raise NotImplementedError('gc.get_objects() is not supported')


def get_referrers(*objects):
    raise NotImplementedError('gc.get_referrers() is not supported')


def is_tracked(obj, /):
    """Whether the object could be part of a cycle: here, whether it can hold others."""
    return not isinstance(obj, (int, float, complex, str, bytes, type(None), type(...), type(NotImplemented)))


def is_finalized(obj, /):
    return False
