# sys: what is easier said in Python. Streams, output and frames are native.


def _sequence(name, fields, values, default=''):
    """A structure sequence: a tuple whose items have names."""
    def show(self):
        return f"{name}({', '.join([f'{field}={value!r}' for field, value in zip(fields, self)])})"

    def make(cls, *args):
        raise TypeError(f"cannot create '{name}' instances")

    space = {'__slots__': (), '__module__': 'sys', '__repr__': show, '__match_args__': fields,
             'n_fields': len(fields), 'n_sequence_fields': len(fields), 'n_unnamed_fields': 0}
    for at, field in enumerate(fields):
        space[field] = property(_item(at))
    cls = type(name.rpartition('.')[2], (tuple,), space)
    value = tuple.__new__(cls, values)
    cls.__new__ = make
    return value


def _item(at):
    return lambda self: tuple.__getitem__(self, at)


version_info = _sequence('sys.version_info', ('major', 'minor', 'micro', 'releaselevel', 'serial'),
                         (3, 14, 0, 'final', 0))
hexversion = 0x030e00f0
api_version = 1013
version = '3.14.0 (interloop) [Rust]'
copyright = 'Copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved.'
platform = 'linux'
byteorder = 'little'
maxsize = 0x7fffffffffffffff
maxunicode = 0x10ffff
executable = ''
prefix = exec_prefix = base_prefix = base_exec_prefix = '/usr'
platlibdir = 'lib'
float_repr_style = 'short'
dont_write_bytecode = True
pycache_prefix = None
tracebacklimit = 1000
del tracebacklimit
warnoptions = []
_xoptions = {}
meta_path = []
path_hooks = []
path_importer_cache = {}
abiflags = ''

flags = _sequence(
    'sys.flags',
    ('debug', 'inspect', 'interactive', 'optimize', 'dont_write_bytecode', 'no_user_site', 'no_site',
     'ignore_environment', 'verbose', 'bytes_warning', 'quiet', 'hash_randomization', 'isolated', 'dev_mode',
     'utf8_mode', 'warn_default_encoding', 'safe_path', 'int_max_str_digits', 'gil', 'thread_inherit_context',
     'context_aware_warnings'),
    (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, False, 1, 0, False, 4300, 1, 0, 0))
hash_info = _sequence(
    'sys.hash_info',
    ('width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits', 'cutoff'),
    (64, 2305843009213693951, 314159, 0, 1000003, 'siphash13', 64, 128, 0))
int_info = _sequence(
    'sys.int_info',
    ('bits_per_digit', 'sizeof_digit', 'default_max_str_digits', 'str_digits_check_threshold'),
    (30, 4, 4300, 640))
float_info = _sequence(
    'sys.float_info',
    ('max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig', 'epsilon', 'radix', 'rounds'),
    (1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1))
thread_info = _sequence('sys.thread_info', ('name', 'lock', 'version'), ('pthread', 'semaphore', None))


class UnraisableHookArgs(tuple):
    __slots__ = ()
    exc_type = property(_item(0))
    exc_value = property(_item(1))
    exc_traceback = property(_item(2))
    err_msg = property(_item(3))
    object = property(_item(4))


class SimpleNamespace:
    __module__ = 'types'

    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        self.__dict__.update(mapping_or_iterable)
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is __class__ else type(self).__name__
        if id(self) in _shown:
            return f'{name}(...)'
        _shown.append(id(self))
        try:
            return f"{name}({', '.join([f'{key}={value!r}' for key, value in self.__dict__.items()])})"
        finally:
            _shown.remove(id(self))

    def __eq__(self, other):
        if isinstance(self, __class__) and isinstance(other, __class__):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def __replace__(self, /, **changes):
        return type(self)(**{**self.__dict__, **changes})

    def __reduce__(self):
        return type(self), (), self.__dict__


_shown = []
implementation = SimpleNamespace(name='cpython', cache_tag=None, version=version_info, hexversion=hexversion,
                                 supports_isolated_interpreters=False)
del SimpleNamespace

builtin_module_names = ('_abc', '_collections', '_functools', '_io', '_thread', 'builtins', 'itertools', 'math', 'posix', 'sys', 'time')
stdlib_module_names = frozenset((
    '__future__', 'abc', 'argparse', 'array', 'ast', 'asyncio', 'atexit', 'base64', 'binascii', 'bisect', 'builtins',
    'bz2', 'calendar', 'cmath', 'cmd', 'code', 'codecs', 'codeop', 'collections', 'colorsys', 'compression',
    'concurrent', 'configparser', 'contextlib', 'contextvars', 'copy', 'copyreg', 'csv', 'ctypes', 'curses',
    'dataclasses', 'datetime', 'dbm', 'decimal', 'difflib', 'dis', 'doctest', 'email', 'encodings', 'enum', 'errno',
    'faulthandler', 'fcntl', 'filecmp', 'fileinput', 'fnmatch', 'fractions', 'ftplib', 'functools', 'gc', 'getopt',
    'getpass', 'gettext', 'glob', 'graphlib', 'grp', 'gzip', 'hashlib', 'heapq', 'hmac', 'html', 'http', 'imaplib',
    'importlib', 'inspect', 'io', 'ipaddress', 'itertools', 'json', 'keyword', 'linecache', 'locale', 'logging',
    'lzma', 'mailbox', 'marshal', 'math', 'mimetypes', 'mmap', 'multiprocessing', 'netrc', 'numbers', 'operator',
    'optparse', 'os', 'pathlib', 'pdb', 'pickle', 'pkgutil', 'platform', 'plistlib', 'poplib', 'posix', 'posixpath',
    'pprint', 'profile', 'pstats', 'pty', 'pwd', 'pyclbr', 'pydoc', 'queue', 'quopri', 'random', 're', 'readline',
    'reprlib', 'resource', 'runpy', 'sched', 'secrets', 'select', 'selectors', 'shelve', 'shlex', 'shutil', 'signal',
    'site', 'smtplib', 'socket', 'socketserver', 'sqlite3', 'ssl', 'stat', 'statistics', 'string', 'stringprep',
    'struct', 'subprocess', 'symtable', 'sys', 'sysconfig', 'syslog', 'tarfile', 'tempfile', 'termios', 'textwrap',
    'threading', 'time', 'timeit', 'tkinter', 'token', 'tokenize', 'tomllib', 'trace', 'traceback', 'tracemalloc',
    'tty', 'types', 'typing', 'unicodedata', 'unittest', 'urllib', 'uuid', 'venv', 'warnings', 'wave', 'weakref',
    'webbrowser', 'wsgiref', 'xml', 'xmlrpc', 'zipapp', 'zipfile', 'zipimport', 'zlib', 'zoneinfo'))


def displayhook(value, /):
    import builtins
    if value is None:
        return
    builtins._ = None
    stdout.write(repr(value) + '\n')
    builtins._ = value


__displayhook__ = displayhook


def unraisablehook(unraisable, /):
    text = unraisable.err_msg or 'Exception ignored in'
    if unraisable.object is not None:
        try:
            text += f': {unraisable.object!r}'
        except Exception:
            text += ': <object repr() failed>'
    stderr.write(text + ':\n' if unraisable.object is None else text + '\n')
    _print_exception(unraisable.exc_value)


__unraisablehook__ = unraisablehook


def breakpointhook(*args, **kwargs):
    import os
    wanted = os.environ.get('PYTHONBREAKPOINT') or 'pdb.set_trace'
    if wanted == '0':
        return None
    module, _, function = wanted.rpartition('.')
    try:
        hook = getattr(__import__(module or 'builtins', None, None, (function,)), function)
    except (AttributeError, ImportError):
        if wanted == 'pdb.set_trace':
            raise NotImplementedError('breakpoint() is not supported: there is no pdb here') from None
        import warnings
        warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{wanted}"', RuntimeWarning, 2)
        return None
    return hook(*args, **kwargs)


__breakpointhook__ = breakpointhook


def settrace(function, /):
    if function is not None:
        raise NotImplementedError('sys.settrace() is not supported: the machine shows every step itself')


def setprofile(function, /):
    if function is not None:
        raise NotImplementedError('sys.setprofile() is not supported')


def gettrace():
    return None


def getprofile():
    return None


_settraceallthreads = settrace
_setprofileallthreads = setprofile


def audit(event, /, *args):
    if not isinstance(event, str):
        raise TypeError(f'expected str for argument \'event\', not {type(event).__name__}')


def addaudithook(hook):
    pass


def activate_stack_trampoline(backend, /):
    raise ValueError('perf trampoline not available')


def _clear_internal_caches():
    pass


def _clear_type_descriptors(cls, /):
    for name in ('__dict__', '__weakref__'):
        if name in cls.__dict__:
            delattr(cls, name)


def _get_cpu_count_config():
    return -1


_HOOKS = ('firstiter', 'finalizer')
_kept = object()
_AsyncgenHooks = type(_sequence('sys.asyncgen_hooks', _HOOKS, (None, None)))


def get_asyncgen_hooks():
    """Return the installed asynchronous generators hooks."""
    return tuple.__new__(_AsyncgenHooks, _get_asyncgen_hooks())


def set_asyncgen_hooks(firstiter=_kept, finalizer=_kept):
    """Set a finalizer for async generators objects."""
    hooks = list(_get_asyncgen_hooks())
    for at, hook in enumerate((firstiter, finalizer)):
        if hook is not None and hook is not _kept and not callable(hook):
            raise TypeError(f'callable {_HOOKS[at]} expected, got {type(hook).__name__}')
        if hook is not _kept:
            hooks[at] = hook
    _set_asyncgen_hooks(*hooks)


def get_coroutine_origin_tracking_depth():
    """Check status of origin tracking for coroutine objects in this thread."""
    return _origin_depth()


def set_coroutine_origin_tracking_depth(depth):
    """Enable or disable origin tracking for coroutine objects in this thread."""
    if depth < 0:
        raise ValueError('depth must be >= 0')
    _set_origin_depth(depth)
