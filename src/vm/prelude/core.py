# Hidden Python: what the machine's instructions leave to Python when objects have methods of their own.
# No function here appears in a traceback, and no thread is switched inside one.

_object_getattribute = _lookup(object, '__getattribute__')


def _call(callable, args, kwargs):
    if kwargs:
        return callable(*[item for item in args], **kwargs)
    return callable(*[item for item in args])


def _call_special(callable, /, *args, **kwargs):
    return _bind(_lookup(type(callable), '__call__'), callable)(*args, **kwargs)


def _compare_bool(op, a, b):
    return True if op_compare(op, a, b) else False


def _not_contains(container, item):
    return not op_contains(container, item)


def _build_set(items):
    result = set()
    for item in items:
        result.add(item)
    return result


def _set_add(target, item):
    target.add(item)


def _build_map(items):
    result = {}
    index = 0
    while index < len(items):
        result[items[index]] = items[index + 1]
        index += 2
    return result


# Attributes ---------------------------------------------------------------------------------------------------


def op_getattr(owner, name):
    cls = type(owner)
    getter = _lookup(cls, '__getattribute__')
    hook = _lookup(cls, '__getattr__')
    try:
        if getter is _object_getattribute:
            return _generic_getattr(owner, name)
        return _bind(getter, owner)(name)
    except AttributeError:
        if hook is None:
            raise
    return _bind(hook, owner)(name)


def op_setattr(owner, name, value):
    _bind(_lookup(type(owner), '__setattr__'), owner)(name, value)


def op_delattr(owner, name):
    _bind(_lookup(type(owner), '__delattr__'), owner)(name)


def _local_enter(local):
    args, kwargs = _local_begin(local)
    try:
        type(local).__init__(local, *args, **kwargs)
    except BaseException:
        _local_forget(local)
        raise


def _local_getattr(local, name):
    _local_enter(local)
    return _getattr(local, name)


def _local_setattr(local, name, value):
    _local_enter(local)
    _setattr(local, name, value)


def _local_delattr(local, name):
    _local_enter(local)
    _delattr(local, name)


def _super_getattr(factory, args, name):
    return getattr(factory(*args), name)


def getattr(*args):
    if len(args) < 2:
        raise TypeError(f'getattr expected at least 2 arguments, got {len(args)}')
    if len(args) > 3:
        raise TypeError(f'getattr expected at most 3 arguments, got {len(args)}')
    owner, name, default = args[0], args[1], args[2:]
    if not isinstance(name, str):
        raise TypeError(f"attribute name must be string, not '{type(name).__name__}'")
    if default:
        try:
            return _getattr(owner, name)
        except AttributeError:
            return default[0]
    return _getattr(owner, name)


def hasattr(owner, name):
    try:
        _getattr(owner, name)
    except AttributeError:
        return False
    return True


def setattr(owner, name, value):
    _setattr(owner, name, value)


def delattr(owner, name):
    _delattr(owner, name)


# Generators -----------------------------------------------------------------------------------------------------


_unset = object()


def _exception(typ, val, tb):
    """The exception that the three arguments of `throw` stand for."""
    if isinstance(typ, type) and issubclass(typ, BaseException):
        if val is None:
            exc = typ()
        elif isinstance(val, typ):
            exc = val
        elif isinstance(val, tuple):
            exc = typ(*val)
        else:
            exc = typ(val)
    elif isinstance(typ, BaseException):
        exc = typ
        if val is not None:
            raise TypeError('instance exception may not have a separate value')
    else:
        raise TypeError('exceptions must be classes or instances deriving from BaseException, not '
                        + type(typ).__name__)
    if tb is not None:
        exc.__traceback__ = tb
    return exc


def generator__throw(self, typ, val=_unset, tb=None):
    if val is _unset:
        val = None
    else:
        _load('warnings').warn('the (type, exc, tb) signature of throw() is deprecated, '
                               'use the single-arg signature instead.', DeprecationWarning, 1)
    exc = _exception(typ, val, tb)
    below = _gen_awaited(self)
    if below is not None:
        if isinstance(exc, GeneratorExit):
            try:
                _close_awaited(below)
            except BaseException as other:
                exc = other
        elif hasattr(below, 'throw'):
            _gen_set_running(self, True)
            try:
                return below.throw(exc)
            except BaseException as other:
                exc = other
            finally:
                _gen_set_running(self, False)
    # Not while that is being handled: the generator would take it for its caller's.
    return _gen_throw(self, exc)


def _close_awaited(below):
    if _is_generator(below):
        generator__close(below)
    elif hasattr(below, 'close'):
        below.close()


def generator__close(self):
    state = _gen_state(self)
    if state == 0:
        _gen_finish(self)
        return None
    if state == 3:
        return None
    exc = GeneratorExit()
    below = _gen_awaited(self)
    if below is not None:
        try:
            _close_awaited(below)
        except BaseException as other:
            exc = other
    try:
        _gen_throw(self, exc)
    except StopIteration as stop:
        return stop.value
    except GeneratorExit:
        return None
    raise RuntimeError(f'{_gen_kind(self)} ignored GeneratorExit')


def _send(iterator, value):
    if value is None:
        return _bind(_lookup(type(iterator), '__next__'), iterator)()
    return iterator.send(value)


def _get_awaitable(value, where):
    if _is_iterable_coroutine(value):
        return value
    method = _lookup(type(value), '__await__')
    if method is None:
        name = type(value).__name__
        if where == 1:
            raise TypeError(f"'async with' received an object from __aenter__ that does not implement __await__: {name}")
        if where == 2:
            raise TypeError(f"'async with' received an object from __aexit__ that does not implement __await__: {name}")
        raise TypeError(f"object {name} can't be used in 'await' expression")
    result = _bind(method, value)()
    if _gen_kind(result) == 'coroutine' or _is_iterable_coroutine(result):
        raise TypeError('__await__() returned a coroutine')
    if _lookup(type(result), '__next__') is None:
        raise TypeError(f"__await__() returned non-iterator of type '{type(result).__name__}'")
    return result


def coroutine____await__(self):
    return coroutine_wrapper(self)


class coroutine_wrapper:
    __slots__ = ('_coroutine',)

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __iter__(self):
        return self

    def __next__(self):
        return self._coroutine.send(None)

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, *args):
        return self._coroutine.throw(*args)

    def close(self):
        return self._coroutine.close()


def _get_aiter(value):
    method = _lookup(type(value), '__aiter__')
    if method is None:
        raise TypeError(f"'async for' requires an object with __aiter__ method, got {type(value).__name__}")
    result = _bind(method, value)()
    if _lookup(type(result), '__anext__') is None:
        raise TypeError("'async for' received an object from __aiter__ that does not implement __anext__: "
                        + type(result).__name__)
    return result


def _get_anext(value):
    method = _lookup(type(value), '__anext__')
    if method is None:
        raise TypeError(f"'async for' requires an iterator with __anext__ method, got {type(value).__name__}")
    result = _bind(method, value)()
    if _gen_kind(result) == 'coroutine':
        return result
    try:
        return _get_awaitable(result, 0)
    except BaseException as exc:
        raise TypeError(f"'async for' received an invalid object from __anext__: {type(result).__name__}") from exc


# Pattern matching -----------------------------------------------------------------------------------------------


def _match_sequence(value):
    cls = type(value)
    if issubclass(cls, (str, bytes, bytearray)):
        return False
    if issubclass(cls, (list, tuple, range)):
        return True
    abc = __modules.get('collections.abc') or __modules.get('_collections_abc')
    return abc is not None and issubclass(cls, abc.Sequence)


def _match_mapping(value):
    if issubclass(type(value), dict):
        return True
    abc = __modules.get('collections.abc') or __modules.get('_collections_abc')
    return abc is not None and issubclass(type(value), abc.Mapping)


def _match_keys(subject, keys):
    missing = _Missing
    result = []
    for key in keys:
        value = subject.get(key, missing)
        if value is missing:
            return None
        result.append(value)
    return tuple(result)


class _Missing:
    pass


def _match_class(subject, cls, count, names):
    if not isinstance(cls, type):
        raise TypeError('called match pattern must be a class')
    if not isinstance(subject, cls):
        return None
    result = []
    if count:
        selfish = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)
        args = getattr(cls, '__match_args__', None)
        if args is None:
            if any([issubclass(cls, kind) for kind in selfish]):
                if count > 1:
                    raise TypeError(f'{cls.__name__}() accepts 1 positional sub-pattern ({count} given)')
                result.append(subject)
            else:
                raise TypeError(f'{cls.__name__}() accepts 0 positional sub-patterns ({count} given)')
        else:
            if not isinstance(args, tuple):
                raise TypeError(f'{cls.__name__}.__match_args__ must be a tuple (got {type(args).__name__})')
            if count > len(args):
                plural = '' if len(args) == 1 else 's'
                raise TypeError(f'{cls.__name__}() accepts {len(args)} positional sub-pattern{plural} ({count} given)')
            for name in args[:count]:
                try:
                    result.append(getattr(subject, name))
                except AttributeError:
                    return None
    for name in names:
        try:
            result.append(getattr(subject, name))
        except AttributeError:
            return None
    return tuple(result)


# The program ------------------------------------------------------------------------------------------------------


def _main(code, globals):
    status = 0
    try:
        _exec(code, globals, globals)
    except BaseException as exc:
        status = _report(exc)
    _set_shutting_down()
    threading = __modules.get('threading')
    if threading is not None:
        try:
            threading._shutdown()
        except BaseException as exc:
            _print_exception(exc)
    else:
        _join_all()
    atexit = __modules.get('atexit')
    if atexit is not None:
        atexit._run_exitfuncs()
    _finalize_program()
    _end(status)


def _finalize_program():
    """The finalizers of what is still there (Python/pylifecycle.c `finalize_modules`)."""
    names = __modules['sys'].__dict__
    for name in ('last_exc', 'last_type', 'last_value', 'last_traceback'):
        names.pop(name, None)
    if _is_program_held():
        # Threads that are still there keep the module's functions alive: its names are cleared one by one.
        names = __modules['__main__'].__dict__
        for private in (True, False):
            for name in list(names):
                if (name[:1] == '_' and name[1:2] != '_') is private and name != '__builtins__':
                    names[name] = None
        return
    for obj in _last_objects():
        _finalize_now(obj)
    _drop_locals()


def _report(exc):
    """Shows an uncaught exception of the main thread; returns the exit code (Python/pythonrun.c)."""
    if not isinstance(exc, SystemExit):
        names = __modules['sys'].__dict__
        names['last_exc'] = names['last_value'] = exc
        names['last_type'] = type(exc)
        names['last_traceback'] = exc.__traceback__
    if isinstance(exc, SystemExit):
        code = exc.code
        if code is None:
            return 0
        if isinstance(code, int):
            return code & 0xff
        try:
            _write_stderr(str(code) + '\n')
        except BaseException:
            pass
        return 1
    _note_death(exc)
    hook = __modules['sys'].__dict__.get('excepthook')
    if hook is not None and hook is not __modules['sys'].__dict__.get('__excepthook__'):
        try:
            hook(type(exc), exc, exc.__traceback__)
        except BaseException as other:
            _write_stderr('Error in sys.excepthook:\n')
            _print_exception(other)
            _write_stderr('\nOriginal exception was:\n')
            _print_exception(exc)
    else:
        _print_exception(exc)
    return 1


def _thread_bottom(function, args, kwargs, done):
    """The outermost function of each thread other than main."""
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as exc:
        _note_death(exc)
        _write_stderr(f'Exception ignored in thread started by: {function!r}\n')
        _print_exception(exc)
    del function, args, kwargs
    _drop_locals()


def _add_builtins(globals):
    if '__builtins__' not in globals:
        globals['__builtins__'] = __modules['builtins']


def globals():
    return _caller_globals()


def locals():
    return _caller_locals()


def vars(*args):
    if not args:
        return _caller_locals()
    try:
        return args[0].__dict__
    except AttributeError:
        raise TypeError('vars() argument must have __dict__ attribute') from None


def dir(*args):
    if not args:
        return sorted(_caller_locals())
    obj = args[0]
    method = _lookup(type(obj), '__dir__')
    if method is not None:
        return sorted(_bind(method, obj)())
    return sorted(_default_dir(obj))


def object____dir__(self):
    return _default_dir(self)


def _default_dir(obj):
    names = {}
    if isinstance(obj, type):
        for cls in obj.__mro__:
            for name in cls.__dict__:
                names[name] = None
    else:
        own = getattr(obj, '__dict__', None)
        if own is not None:
            for name in own:
                names[name] = None
        if type(obj).__name__ != 'module':
            for cls in type(obj).__mro__:
                for name in cls.__dict__:
                    names[name] = None
    return [name for name in names]


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    return __import__('_io')._open_file(file, mode, buffering, encoding, errors, newline, closefd, opener)


__builtins_exports = ['open', 'getattr', 'hasattr', 'setattr', 'delattr', 'eval', 'exec', 'compile', 'globals', 'locals',
                      'vars', 'dir', 'breakpoint']
