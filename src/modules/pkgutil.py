# pkgutil: names of objects. There are no folders of packages to walk through.


def resolve_name(name):
    """The object that a name such as `package.module:Class.method` or `package.module.name` stands for."""
    module, colon, rest = name.partition(':')
    parts = [part for part in rest.split('.') if part]
    if colon:
        __import__(module)
        found = __import__('sys').modules[module]
    else:
        first, *parts = name.split('.')
        found = __import__(first)
        while parts:
            try:
                __import__(f'{first}.{parts[0]}')
            except ImportError:
                break
            first = f'{first}.{parts.pop(0)}'
            found = __import__('sys').modules[first]
    for part in parts:
        found = getattr(found, part)
    return found
