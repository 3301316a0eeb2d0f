# _abc (Modules/_abc.c): registration and checks of abstract base classes.
#
# CPython caches answers; here each question is answered anew, so that asking changes no state. The registry
# holds its classes strongly: classes die only through the cycle collector, which the machine does not have.

_token = [0]
_registry = {}


def get_cache_token():
    return _token[0]


def _abc_init(cls):
    namespace = cls.__dict__
    abstract = {name for name, value in namespace.items() if getattr(value, '__isabstractmethod__', False)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                abstract.add(name)
    cls.__abstractmethods__ = frozenset(abstract)


def _abc_register(cls, subclass, /):
    if not isinstance(subclass, type):
        raise TypeError('Can only register classes')
    if issubclass(subclass, cls):
        return subclass
    if issubclass(cls, subclass):
        raise RuntimeError('Refusing to create an inheritance cycle')
    _registry.setdefault(id(cls), []).append(subclass)
    _token[0] += 1
    return subclass


def _abc_instancecheck(cls, instance, /):
    kind = type(instance)
    shown = instance.__class__
    if kind is shown:
        return cls.__subclasscheck__(kind)
    return cls.__subclasscheck__(shown) or cls.__subclasscheck__(kind)


def _abc_subclasscheck(cls, subclass, /):
    if not isinstance(subclass, type):
        raise TypeError('issubclass() arg 1 must be a class')
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return answer
    if cls in subclass.__mro__:
        return True
    for registered in _registry.get(id(cls), ()):
        if issubclass(subclass, registered):
            return True
    for known in type.__subclasses__(cls):
        if issubclass(subclass, known):
            return True
    return False


def _get_dump(cls, /):
    return set(_registry.get(id(cls), ())), set(), set(), _token[0]


def _reset_registry(cls, /):
    _registry.pop(id(cls), None)


def _reset_caches(cls, /):
    pass
