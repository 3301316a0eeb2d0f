"""Stands for test.support.import_helper, which works on the files of modules; here modules have none."""
import contextlib
import importlib
import sys
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise unittest.SkipTest(str(error))


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False, usefrozen=False):
    """The module as it is without the blocked ones, such as a C part."""
    kept = dict(sys.modules)
    names = (name, *fresh, *blocked)
    for key in list(sys.modules):
        if key.startswith(tuple(f'{one}.' for one in names)) or key in names:
            del sys.modules[key]
    for one in blocked:
        sys.modules[one] = None
    try:
        for one in fresh:
            # A part in C that the machine does not have.
            with contextlib.suppress(ImportError):
                __import__(one)
        return importlib.import_module(name)
    except ImportError:
        return None
    finally:
        sys.modules.clear()
        sys.modules.update(kept)


def forget(name):
    sys.modules.pop(name, None)


def unload(name):
    sys.modules.pop(name, None)


@contextlib.contextmanager
def isolated_modules():
    kept = dict(sys.modules)
    try:
        yield
    finally:
        sys.modules.clear()
        sys.modules.update(kept)


class CleanImport:
    def __init__(self, *names, usefrozen=False):
        self.kept = dict(sys.modules)
        for name in names:
            sys.modules.pop(name, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        sys.modules.update(self.kept)


def _no_files(*args, **kwargs):
    raise unittest.SkipTest('needs files of modules')


DirsOnSysPath = ready_to_import = make_legacy_pyc = frozen_modules = multi_interp_extensions_check = _no_files
