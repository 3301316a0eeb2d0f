# _sha2 (Modules/sha2module.c), of which random.seed() needs sha512.

from _hashes import _function

SHA224Type, sha224 = _function('_sha2', 'sha224', 28, class_name='SHA224Type')
SHA256Type, sha256 = _function('_sha2', 'sha256', 32, class_name='SHA256Type')
SHA384Type, sha384 = _function('_sha2', 'sha384', 48, class_name='SHA384Type')
SHA512Type, sha512 = _function('_sha2', 'sha512', 64, class_name='SHA512Type')
_GIL_MINSIZE = 2048
