# What hashlib has from OpenSSL, after its own text: PBKDF2.

from _hashes import _BLOCKS as _blocks, _pbkdf2 as _rounds

# So many rounds are one instruction.
_AT_ONCE = 500


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    if not isinstance(hash_name, str):
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {type(hash_name).__name__}")
    name = hash_name.lower().replace('-', '_')
    name = {'sha_1': 'sha1', 'sha_224': 'sha224', 'sha_256': 'sha256', 'sha_384': 'sha384', 'sha_512': 'sha512'}.get(name, name)
    if name not in algorithms_guaranteed or name.startswith('shake'):
        raise ValueError(f'unsupported hash type {hash_name}')
    password, salt = bytes(_buffer(password)), bytes(_buffer(salt))
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    length = new(name).digest_size if dklen is None else dklen
    if length < 1:
        raise ValueError('key length must be greater than 0.')
    key = bytearray()
    while len(key) < length:
        number = len(key) // new(name).digest_size + 1
        last, total, left = salt + number.to_bytes(4, 'big'), b'', iterations
        while left:
            rounds = min(left, _AT_ONCE)
            last, total = _rounds(name, _blocks[name], password, last, total, rounds)
            left -= rounds
        key += total
    return bytes(key[:length])


__all__ += ('pbkdf2_hmac',)
