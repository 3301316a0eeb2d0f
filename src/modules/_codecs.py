# _codecs: encoding and decoding as functions; pickles of old protocols name them.


def encode(obj, encoding='utf-8', errors='strict'):
    return obj.encode(encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    return obj.decode(encoding, errors) if isinstance(obj, (bytes, bytearray)) else _buffer(obj).decode(encoding, errors)
