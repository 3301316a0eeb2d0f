"""Stands for test.support.os_helper, which tries out the host's file system when it is imported."""
import contextlib
import os
import shutil
import tempfile
import unittest

TESTFN = TESTFN_ASCII = '@test_tmp'
TESTFN_UNICODE = TESTFN + '-\xe0\xf2'
TESTFN_NONASCII = TESTFN_UNENCODABLE = TESTFN_UNDECODABLE = FS_NONASCII = None
SAVEDCWD = '/'


def unlink(path):
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)


def rmdir(path):
    with contextlib.suppress(FileNotFoundError):
        os.rmdir(path)


def rmtree(path):
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(path)


def create_empty_file(path):
    open(path, 'xb').close()


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    path = tempfile.mkdtemp() if path is None else path
    if not os.path.isdir(path):
        os.mkdir(path)
    try:
        yield path
    finally:
        rmtree(path)


@contextlib.contextmanager
def change_cwd(path, quiet=False):
    before = os.getcwd()
    os.chdir(path)
    try:
        yield os.getcwd()
    finally:
        os.chdir(before)


@contextlib.contextmanager
def temp_cwd(name='tempcwd', quiet=False):
    with temp_dir(name) as path, change_cwd(path) as here:
        yield here


def _no_descriptors(*args, **kwargs):
    raise unittest.SkipTest('needs descriptors of an operating system')


make_bad_fd = fd_count = _no_descriptors


def can_symlink():
    return False


def skip_unless_symlink(test):
    return unittest.skip('needs links between files')(test)


class FakePath:
    """Simple implementation of the path protocol."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f'<FakePath {self.path!r}>'

    def __fspath__(self):
        if isinstance(self.path, BaseException) or isinstance(self.path, type) and issubclass(
                self.path, BaseException):
            raise self.path
        return self.path


class EnvironmentVarGuard:
    """Puts the environment back as it was."""

    def __enter__(self):
        self.kept = dict(os.environ)
        return self

    def __exit__(self, *exc):
        os.environ.clear()
        os.environ.update(self.kept)

    def set(self, name, value):
        os.environ[name] = value

    __setitem__ = set

    def __getitem__(self, name):
        return os.environ[name]

    def __delitem__(self, name):
        del os.environ[name]

    def __contains__(self, name):
        return name in os.environ

    def __iter__(self):
        return iter(os.environ)

    def __len__(self):
        return len(os.environ)

    def keys(self):
        return os.environ.keys()

    def copy(self):
        return dict(os.environ)

    def unset(self, *names):
        for name in names:
            os.environ.pop(name, None)
