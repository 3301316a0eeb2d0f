# _sha1 (Modules/sha1module.c).

from _hashes import _function

SHA1Type, sha1 = _function('_sha1', 'sha1', 20)
_GIL_MINSIZE = 2048
