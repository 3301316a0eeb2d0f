# _md5 (Modules/md5module.c).

from _hashes import _function

MD5Type, md5 = _function('_md5', 'md5', 16)
_GIL_MINSIZE = 2048
