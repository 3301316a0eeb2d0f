# atexit: what runs at the interpreter's end, last registered first (Modules/atexitmodule.c).

_callbacks = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _callbacks.append((func, args, kwargs))
    return func


def unregister(func, /):
    _callbacks[:] = [entry for entry in _callbacks if not (entry[0] is func or entry[0] == func)]


def _clear():
    _callbacks.clear()


def _ncallbacks():
    return len(_callbacks)


def _run_exitfuncs():
    import sys
    while _callbacks:
        func, args, kwargs = _callbacks.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            sys.unraisablehook(sys.UnraisableHookArgs((
                type(error), error, error.__traceback__, f'Exception ignored in atexit callback {func!r}', None)))
