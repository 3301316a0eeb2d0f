# posix, the calls: what a path names, and what changes folders.


class stat_result(tuple):
    __module__ = 'os'
    __slots__ = ()
    n_fields, n_sequence_fields, n_unnamed_fields = 17, 10, 3
    __match_args__ = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size')
    st_blksize = 4096
    st_rdev = 0

    def __new__(cls, sequence, more=None):
        if len(sequence) < 10:
            raise TypeError(f'os.stat_result() takes an at least 10-sequence ({len(sequence)}-sequence given)')
        return tuple.__new__(cls, sequence)

    def __len__(self):
        return 10

    def __iter__(self):
        return iter(self[:10])

    def __getitem__(self, key):
        return tuple.__getitem__(self, slice(0, 10))[key] if type(key) is slice else tuple.__getitem__(self, key)

    def __eq__(self, other):
        return tuple(self) == tuple(other) if isinstance(other, tuple) else NotImplemented

    def __hash__(self):
        return hash(tuple(self))

    def __repr__(self):
        parts = ', '.join([f'{name}={value!r}' for name, value in zip(_STAT_NAMES, self)])
        return f'os.stat_result({parts})'

    st_blocks = property(lambda self: (self.st_size + 511) // 512)


_STAT_NAMES = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime')
for _at, _name in enumerate(_STAT_NAMES[:7]):
    setattr(stat_result, _name, property(lambda self, at=_at: tuple.__getitem__(self, at)))
for _at, _name in enumerate(_STAT_NAMES[7:]):
    setattr(stat_result, _name, property(lambda self, at=10 + _at: tuple.__getitem__(self, at) / 10 ** 9))
    setattr(stat_result, _name + '_ns', property(lambda self, at=10 + _at: tuple.__getitem__(self, at)))


def _stat_of(node):
    size = 4096 if node.is_dir() else len(node.data)
    links = 2 + sum([child.is_dir() for child in node.data.values()]) if node.is_dir() else node.links
    seconds = [time // 10 ** 9 for time in node.times]
    return stat_result((node.mode, id(node) >> 4 & 0xffffffff, 1, links, 1000, 1000, size, *seconds, *node.times))


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if not isinstance(path, (str, bytes, int)) and not hasattr(type(path), '__fspath__'):
        raise TypeError(f'stat: path should be string, bytes, os.PathLike or integer, not {type(path).__name__}')
    return _stat_of(_node(path, follow=follow_symlinks))


def lstat(path, *, dir_fd=None):
    return stat(path, follow_symlinks=False)


def fstat(fd):
    return _stat_of(_file(fd).node)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    try:
        node = _node(path, follow=follow_symlinks)
    except OSError:
        return False
    return not mode & X_OK or bool(node.mode & 0o111)


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    node = _node(path, follow=follow_symlinks)
    node.mode = node.mode & 0o170000 | mode & 0o7777


def fchmod(fd, mode):
    chmod(fd, mode)


def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    _node(path, follow=follow_symlinks)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    node = _node(path, follow=follow_symlinks)
    if ns is None:
        ns = (_time_ns(),) * 2 if times is None else [int(time * 10 ** 9) for time in times]
    node.times = (ns[0], ns[1], _time_ns())


def umask(mask, /):
    old, _mask[0] = _mask[0], mask & 0o777
    return old


def mkdir(path, mode=0o777, *, dir_fd=None):
    if _text(path).strip('/') == '':
        _fail(_ENOENT if not path else _EEXIST, path)
    stack = _walk(_text(path), (path,), follow=False)
    if stack[-1][1] is not None:
        _fail(_EEXIST, path)
    stack[-2][1].data[stack[-1][0]] = _Node(_DIR | mode & ~_mask[0] & 0o7777, {})
    stack[-2][1].touch()


def rmdir(path, *, dir_fd=None):
    parent, name, node = _named(path, (path,))
    if not node.is_dir():
        _fail(_ENOTDIR, path)
    if node.data:
        _fail(_ENOTEMPTY, path)
    del parent.data[name]
    parent.touch()


def unlink(path, *, dir_fd=None):
    parent, name, node = _named(path, (path,))
    if node.is_dir():
        _fail(_EISDIR, path)
    del parent.data[name]
    node.links -= 1
    parent.touch()


def remove(path, *, dir_fd=None):
    unlink(path)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    both = src, dst
    old, old_name, node = _named(src, both)
    stack = _walk(_text(dst), both, follow=False)
    if any([place is node for _, place in stack[:-1]]):
        _fail(_EINVAL, *both)
    new, (new_name, there) = stack[-2][1], stack[-1]
    if there is node:
        return
    if there is not None:
        if there.is_dir() and not node.is_dir():
            _fail(_EISDIR, *both)
        if node.is_dir() and not there.is_dir():
            _fail(_ENOTDIR, *both)
        if there.is_dir() and there.data:
            _fail(_ENOTEMPTY, *both)
    new.data[new_name] = node
    del old.data[old_name]
    new.touch()


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    rename(src, dst)


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    node = _walk(_text(src), (src, dst), follow_symlinks)[-1][1]
    if node is None:
        _fail(_ENOENT, src, dst)
    parent, name, there = _parent(dst, (src, dst))
    if node.is_dir():
        _fail(_EPERM, src, dst)
    if there is not None:
        _fail(_EEXIST, src, dst)
    parent.data[name] = node
    node.links += 1


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    parent, name, there = _parent(dst, (src, dst))
    if there is not None:
        _fail(_EEXIST, src, dst)
    parent.data[name] = _Node(_LINK | 0o777, _text(src, 'src'))


def readlink(path, *, dir_fd=None):
    node = _node(path, follow=False)
    if not node.is_link():
        _fail(_EINVAL, path)
    return node.data.encode() if isinstance(path, bytes) else node.data


def _names_in(path):
    node = _node('.' if path is None else path)
    if not node.is_dir():
        _fail(_ENOTDIR, path)
    return sorted(node.data)


def listdir(path=None):
    names = _names_in(path)
    return [name.encode() for name in names] if isinstance(path, bytes) else names


class DirEntry:
    __module__ = 'posix'
    __slots__ = ('name', 'path', '_node')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'

    def __fspath__(self):
        return self.path

    def _kind(self, follow):
        if not follow or not self._node.is_link():
            return self._node
        try:
            return _node(self.path)
        except FileNotFoundError:
            return self._node

    def is_dir(self, *, follow_symlinks=True):
        return self._kind(follow_symlinks).is_dir()

    def is_file(self, *, follow_symlinks=True):
        return self._kind(follow_symlinks).mode & 0o170000 == _FILE

    def is_symlink(self):
        return self._node.is_link()

    def is_junction(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return id(self._node) >> 4 & 0xffffffff

    def __class_getitem__(cls, item, /):
        return type(list[int])(cls, item)


class ScandirIterator:
    __module__ = 'posix'
    __slots__ = ('_entries',)

    def __init__(self, path):
        base = '.' if path is None else fspath(path)
        node = _node(base)
        slash = b'/' if isinstance(base, bytes) else '/'
        start = '' if path is None else base if base.endswith(slash) else base + slash
        self._entries = []
        for name in _names_in(base):
            entry = object.__new__(DirEntry)
            entry.name = name.encode() if isinstance(base, bytes) else name
            entry.path = ('./' + name) if path is None else start + entry.name
            entry._node = node.data[name]
            self._entries.append(entry)
        self._entries.reverse()

    def __iter__(self):
        return self

    def __next__(self):
        if not self._entries:
            raise StopIteration
        return self._entries.pop()

    def close(self):
        self._entries.clear()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def scandir(path=None):
    return ScandirIterator(path)


def chdir(path):
    stack = _walk(_text(path), (path,))
    if stack[-1][1] is None:
        _fail(_ENOENT, path)
    if not stack[-1][1].is_dir():
        _fail(_ENOTDIR, path)
    _here[:] = stack


def getcwd():
    return '/'.join([name for name, _ in _here]) or '/'


def getcwdb():
    return getcwd().encode()
