# _sha3 (Modules/sha3module.c).

from _hashes import _function

_, sha3_224 = _function('_sha3', 'sha3_224', 28)
_, sha3_256 = _function('_sha3', 'sha3_256', 32)
_, sha3_384 = _function('_sha3', 'sha3_384', 48)
_, sha3_512 = _function('_sha3', 'sha3_512', 64)
_, shake_128 = _function('_sha3', 'shake_128', 0, '_Shake')
_, shake_256 = _function('_sha3', 'shake_256', 0, '_Shake')
implementation = 'generic'
