# Hidden Python: asynchronous generators (Objects/genobject.c, async_gen_asend_send and async_gen_athrow_send).

# Of the current thread: what is called with a generator that begins, and with one that is dropped.
_async_hooks = _local()


class _Wrapped:
    """What an asynchronous generator yields to its consumer, unlike what it passes up to the event loop."""

    def __init__(self, value):
        self.value = value


class _Iteration:
    """What is known of an asynchronous generator beside its frame."""

    def __init__(self, finalizer):
        self.finalizer = finalizer
        self.running = False
        self.closed = False


def _async_gen_wrap(value):
    return _Wrapped(value)


def _get_asyncgen_hooks():
    return getattr(_async_hooks, 'firstiter', None), getattr(_async_hooks, 'finalizer', None)


def _set_asyncgen_hooks(firstiter, finalizer):
    _async_hooks.firstiter = firstiter
    _async_hooks.finalizer = finalizer


def _iteration(generator):
    """What is known of the generator; its first use asks the hooks."""
    known = _gen_extra(generator)
    if known is None:
        firstiter, finalizer = _get_asyncgen_hooks()
        known = _Iteration(finalizer)
        _gen_set_extra(generator, known)
        if firstiter is not None:
            firstiter(generator)
    return known


def _finalize_async_generator(generator):
    finalizer = _gen_extra(generator).finalizer
    try:
        if finalizer is not None and _gen_state(generator) != 3:
            finalizer(generator)
        else:
            generator__close(generator)
    except BaseException as exc:
        _unraisable(exc, generator)


def _unawaited_method(name, generator):
    _warn_runtime(f'coroutine method {name!r} of {generator.__qualname__!r} was never awaited')


class async_generator_asend:
    _again = 'cannot reuse already awaited __anext__()/asend()'
    _name = 'asend'

    def __init__(self, generator, value):
        self._generator = generator
        self._value = value
        self._iteration = _iteration(generator)
        self._state = 0

    def __del__(self):
        if self._state == 0:
            _unawaited_method(self._name, self._generator)

    def __await__(self):
        return self

    __iter__ = __await__

    def __next__(self):
        return self.send(None)

    def _begin(self):
        """Before the first step: nobody else may be at it."""
        if self._iteration.running:
            self._state = 2
            raise RuntimeError(f'{self._called()}(): asynchronous generator is already running')
        self._state = 1

    def _called(self):
        return 'anext'

    def send(self, value):
        if self._state == 2:
            raise RuntimeError(self._again)
        if self._state == 0:
            self._begin()
            if value is None:
                value = self._value
        self._iteration.running = True
        return self._unwrap(_gen_send, value)

    def throw(self, typ, /, *rest):
        if self._state == 2:
            raise RuntimeError(self._again)
        if self._state == 0:
            self._begin()
            self._iteration.running = True
        return self._unwrap(generator__throw, typ, *rest)

    def _unwrap(self, resume, *args):
        """Goes on with the generator; what it yields to its consumer ends the wait."""
        known = self._iteration
        try:
            try:
                result = resume(self._generator, *args)
            except StopIteration:
                result = None
                ended = True
            else:
                ended = False
        except BaseException as exc:
            if isinstance(exc, (StopAsyncIteration, GeneratorExit)):
                known.closed = True
            known.running = False
            self._state = 2
            raise
        if ended:
            known.closed = True
            known.running = False
            self._state = 2
            raise StopAsyncIteration
        if type(result) is _Wrapped:
            known.running = False
            self._state = 2
            raise StopIteration(result.value)
        return result

    def close(self):
        if self._state == 2:
            return
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration, StopIteration):
            return
        raise RuntimeError('coroutine ignored GeneratorExit')


class async_generator_athrow(async_generator_asend):
    _again = 'cannot reuse already awaited aclose()/athrow()'

    # `_value` is what to throw, or None to close.

    def _called(self):
        return 'aclose' if self._value is None else 'athrow'

    _name = property(_called)

    def send(self, value):
        if self._state == 2:
            raise RuntimeError(self._again)
        if _gen_state(self._generator) == 3:
            self._state = 2
            raise StopIteration
        if self._state == 1:
            resume, args = _gen_send, (value,)
        else:
            self._begin()
            if self._iteration.closed:
                self._state = 2
                raise StopAsyncIteration
            if value is not None:
                self._state = 0
                raise RuntimeError("can't send non-None value to a just-started coroutine")
            resume = generator__throw
            args = (GeneratorExit if self._value is None else _exception(*self._value)),
            self._iteration.running = True
            if self._value is None:
                self._iteration.closed = True
        if self._value is not None:
            return self._unwrap(resume, *args)
        return self._closing(resume, *args)

    def throw(self, typ, /, *rest):
        if self._state == 2:
            raise RuntimeError(self._again)
        if self._state == 0:
            self._begin()
            self._iteration.running = True
        if self._value is not None:
            return self._unwrap(generator__throw, typ, *rest)
        return self._closing(generator__throw, typ, *rest)

    def _closing(self, resume, *args):
        known = self._iteration
        try:
            result = resume(self._generator, *args)
        except (StopIteration, StopAsyncIteration, GeneratorExit):
            pass
        except BaseException:
            known.running = False
            self._state = 2
            raise
        else:
            if type(result) is not _Wrapped:
                return result
            known.running = False
            self._state = 2
            raise RuntimeError('async generator ignored GeneratorExit')
        known.running = False
        self._state = 2
        raise StopIteration


def async_generator____anext__(self):
    return async_generator_asend(self, None)


def async_generator__asend(self, value):
    return async_generator_asend(self, value)


def async_generator__athrow(self, typ, val=_unset, tb=_unset, /):
    if val is not _unset:
        _load('warnings').warn('the (type, exc, tb) signature of athrow() is deprecated, '
                               'use the single-arg signature instead.', DeprecationWarning, 1)
    return async_generator_athrow(self, (typ, None if val is _unset else val, None if tb is _unset else tb))


def async_generator__aclose(self):
    return async_generator_athrow(self, None)


def aiter(source, /):
    method = _lookup(type(source), '__aiter__')
    if method is None:
        raise TypeError(f"'{type(source).__name__}' object is not an async iterable")
    result = _bind(method, source)()
    if _lookup(type(result), '__anext__') is None:
        raise TypeError(f"aiter() returned not an async iterator of type '{type(result).__name__}'")
    return result


def anext(source, default=_unset, /):
    method = _lookup(type(source), '__anext__')
    if method is None:
        raise TypeError(f"'{type(source).__name__}' object is not an async iterator")
    result = _bind(method, source)()
    return result if default is _unset else anext_awaitable(result, default)


class anext_awaitable:
    """What `anext` with a default returns."""

    def __init__(self, awaitable, default):
        self._awaitable = awaitable
        self._default = default

    def __await__(self):
        return self

    __iter__ = __await__

    def _iterator(self):
        found = self._awaitable
        if _gen_kind(found) == 'coroutine':
            return coroutine_wrapper(found)
        return _get_awaitable(found, 0)

    def _go_on(self, name, *args):
        try:
            return getattr(self._iterator(), name)(*args)
        except StopAsyncIteration:
            pass
        raise StopIteration(self._default)

    def __next__(self):
        return self._go_on('__next__')

    def send(self, value):
        return self._go_on('send', value)

    def throw(self, *args):
        return self._go_on('throw', *args)

    def close(self):
        return self._go_on('close')


__builtins_exports.extend(['aiter', 'anext'])
