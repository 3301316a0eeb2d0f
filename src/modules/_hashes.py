# _hashes: the hash objects of _md5, _sha1, _sha2, _sha3 and _blake2 over the native digests.

_BLOCKS = {'md5': 64, 'sha1': 64, 'sha224': 64, 'sha256': 64, 'sha384': 128, 'sha512': 128, 'sha3_224': 144,
           'sha3_256': 136, 'sha3_384': 104, 'sha3_512': 72, 'shake_128': 168, 'shake_256': 136, 'blake2b': 128,
           'blake2s': 64}


def _fed(data):
    if isinstance(data, str):
        raise TypeError('Strings must be encoded before hashing')
    if not _is_buffer(data):
        raise TypeError('object supporting the buffer API required')
    return _buffer(data)


class _Hash:
    __slots__ = ('_data', '_rest')
    name = None
    digest_size = 0
    block_size = property(lambda self: _BLOCKS[self.name])

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create '{cls.__module__}.{cls.__name__}' instances")

    def update(self, obj, /):
        self._data += _fed(obj)

    def digest(self):
        return _digest(self.name, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return _made(type(self), self._data)


class _Shake(_Hash):
    __slots__ = ()

    def digest(self, length):
        length = _as_index(length)
        if length < 0:
            raise ValueError('value must be positive')
        return _shake(_BLOCKS[self.name], self._data, length)

    def hexdigest(self, length):
        return _Shake.digest(self, length).hex()


def _made(cls, data):
    made = object.__new__(cls)
    made._data = bytearray(data)
    return made


def _function(module, name, size, kind='_Hash', class_name=None):
    """The class of one hash and the function that makes its objects."""
    members = {'__slots__': (), '__module__': module, 'name': name, 'digest_size': size}
    cls = type(class_name or name, (_Shake if kind == '_Shake' else _Hash,), members)

    def make(data=b'', *, usedforsecurity=True, string=None):
        if string is not None:
            if data:
                raise TypeError("'data' and 'string' are mutually exclusive and support for 'string' keyword parameter "
                                'is slated for removal in a future version.')
            data = string
        return _made(cls, _fed(data))

    make.__name__ = make.__qualname__ = name
    make.__module__ = module
    return cls, make
