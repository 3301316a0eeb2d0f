# importlib: modules come from the machine's library only.

import sys


def import_module(name, package=None):
    level = 0
    if name.startswith('.'):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import "
                            f'for {name!r}')
        while level < len(name) and name[level] == '.':
            level += 1
        parts = package.rsplit('.', level - 1)
        name = f'{parts[0]}.{name[level:]}' if name[level:] else parts[0]
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    pass


def reload(module):
    raise NotImplementedError('importlib.reload() is not supported')
