# _blake2 (Modules/blake2module.c). Of the parameters for hashing trees only their defaults are taken.

from _hashes import _Hash, _blake2, _fed


# The whole digest: its size depends on the class.
_WHOLE = object()


class _Blake2(_Hash):
    __slots__ = ()
    digest_size = property(lambda self: self._rest[0])

    def __new__(cls, data=b'', /, *, digest_size=_WHOLE, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,
                node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True, string=None):
        if string is not None:
            data = string
        digest_size = cls.MAX_DIGEST_SIZE if digest_size is _WHOLE else _as_index(digest_size)
        if not 1 <= digest_size <= cls.MAX_DIGEST_SIZE:
            raise ValueError(f'digest_size for {cls.__name__[:6].title()}{cls.__name__[6:]} must be between 1 and '
                             f'{cls.MAX_DIGEST_SIZE} bytes, here it is {digest_size}')
        for name, value, limit in (('salt', salt, cls.SALT_SIZE), ('person', person, cls.PERSON_SIZE),
                                   ('key', key, cls.MAX_KEY_SIZE)):
            if len(_buffer(value)) > limit:
                raise ValueError(f'maximum {name} length is {limit} bytes')
        if (fanout, depth, leaf_size, node_offset, node_depth, inner_size, last_node) != (1, 1, 0, 0, 0, 0, False):
            raise NotImplementedError(f'{cls.__name__}: hashing of trees is not supported')
        self = object.__new__(cls)
        self._data = bytearray(_fed(data))
        self._rest = (digest_size, *[bytes(_buffer(value)) for value in (key, salt, person)])
        return self

    def digest(self):
        return _blake2(self.name, self._data, *self._rest)

    def copy(self):
        made = object.__new__(type(self))
        made._data, made._rest = bytearray(self._data), self._rest
        return made


class blake2b(_Blake2):
    __slots__ = ()
    __module__ = '_blake2'
    name = 'blake2b'
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16


class blake2s(_Blake2):
    __slots__ = ()
    __module__ = '_blake2'
    name = 'blake2s'
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8


_GIL_MINSIZE = 2048
