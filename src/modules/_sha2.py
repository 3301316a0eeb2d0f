# _sha2: the hash objects over the native digest, of which random.seed() needs sha512.


class _Hash:
    __slots__ = ('_data', 'name', 'digest_size')

    def __init__(self, name, size, data):
        self.name = name
        self.digest_size = size
        self._data = bytes(data)

    def update(self, data, /):
        self._data += bytes(data)

    def digest(self):
        return _digest(self.digest_size, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return _Hash(self.name, self.digest_size, self._data)


def sha512(data=b'', *, usedforsecurity=True, string=b''):
    return _Hash('sha512', 64, data or string)


def sha256(data=b'', *, usedforsecurity=True, string=b''):
    return _Hash('sha256', 32, data or string)
