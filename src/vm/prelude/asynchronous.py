# Hidden Python: asynchronous generators (Objects/genobject.c, async_gen_asend_send and async_gen_athrow_send).


class _Wrapped:
    """What an asynchronous generator yields to its consumer, unlike what it passes up to the event loop."""

    def __init__(self, value):
        self.value = value


def _async_gen_wrap(value):
    return _Wrapped(value)


def _unwrap(awaitable, result):
    if type(result) is _Wrapped:
        awaitable._state = 2
        raise StopIteration(result.value)
    return result


class async_generator_asend:
    _again = 'cannot reuse already awaited __anext__()/asend()'

    def __init__(self, generator, value):
        self._generator = generator
        self._value = value
        self._state = 0

    def __await__(self):
        return self

    __iter__ = __await__

    def __next__(self):
        return self.send(None)

    def send(self, value):
        if self._state == 2:
            raise RuntimeError(self._again)
        if self._state == 0:
            self._state = 1
            if value is None:
                value = self._value
        return self._go_on(_gen_send, value)

    def throw(self, typ, val=None, tb=None):
        if self._state == 2:
            raise RuntimeError(self._again)
        self._state = 1
        return self._go_on(generator__throw, typ, val, tb)

    def _go_on(self, resume, *args):
        try:
            result = resume(self._generator, *args)
        except StopIteration:
            self._state = 2
        except BaseException:
            self._state = 2
            raise
        else:
            return _unwrap(self, result)
        raise StopAsyncIteration

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

    def send(self, value):
        if self._state == 2:
            raise RuntimeError(self._again)
        if _gen_state(self._generator) == 3:
            self._state = 2
            raise StopIteration if self._value is None else StopAsyncIteration
        if self._state == 1:
            return self._take(_gen_send, value)
        if value is not None:
            raise RuntimeError("can't send non-None value to a just-started coroutine")
        self._state = 1
        return self._take(generator__throw, *(self._value or (GeneratorExit,)))

    def throw(self, typ, val=None, tb=None):
        if self._state == 2:
            raise RuntimeError(self._again)
        self._state = 1
        return self._take(generator__throw, typ, val, tb)

    def _take(self, resume, *args):
        closing = self._value is None
        try:
            result = resume(self._generator, *args)
        except (StopIteration, StopAsyncIteration, GeneratorExit) as exc:
            self._state = 2
            if not closing and not isinstance(exc, StopIteration):
                raise
        except BaseException:
            self._state = 2
            raise
        else:
            if closing and type(result) is _Wrapped:
                self._state = 2
                raise RuntimeError('async generator ignored GeneratorExit')
            return _unwrap(self, result)
        raise StopIteration if closing else StopAsyncIteration


def async_generator____anext__(self):
    return async_generator_asend(self, None)


def async_generator__asend(self, value):
    return async_generator_asend(self, value)


def async_generator__athrow(self, typ, val=None, tb=None):
    return async_generator_athrow(self, (typ, val, tb))


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


def anext(source, /, *default):
    method = _lookup(type(source), '__anext__')
    if method is None:
        raise TypeError(f"'{type(source).__name__}' object is not an async iterator")
    result = _bind(method, source)()
    return _AnextOr(result, default[0]) if default else result


class _AnextOr:
    def __init__(self, awaitable, default):
        self._awaitable = awaitable
        self._default = default

    def __await__(self):
        try:
            return (yield from _get_awaitable(self._awaitable, 0))
        except StopAsyncIteration:
            return self._default


__builtins_exports.extend(['aiter', 'anext'])
