# The parts of `_thread` that call back into Python.


class _local:
    """Attributes of each thread's own (Modules/_threadmodule.c `local_new`, `local_getattro`)."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        _local_reset(self)
        _local_enter(self)
        _local_arguments.append((self, args, kwargs)) if args or kwargs else None
        return self

    def __getattribute__(self, name):
        if _local_enter(self):
            _local_init(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        if _local_enter(self):
            _local_init(self)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name == '__dict__':
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        if _local_enter(self):
            _local_init(self)
        object.__delattr__(self, name)


_local.__module__ = '_thread'
_local_arguments = []


def _local_init(self):
    init = type(self).__init__
    if init is not object.__init__:
        for known, args, kwargs in _local_arguments:
            if known is self:
                init(self, *args, **kwargs)
                return
        init(self)


class _ExceptHookArgs(tuple):
    def __new__(cls, values):
        values = tuple(values)
        if len(values) != 4:
            raise TypeError(f'_thread._ExceptHookArgs() takes a 4-sequence ({len(values)}-sequence given)')
        if values[1] is not None and values[0] is not SystemExit:
            _note_death(values[1])
        return tuple.__new__(cls, values)

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return (f'_thread._ExceptHookArgs(exc_type={self[0]!r}, exc_value={self[1]!r}, '
                f'exc_traceback={self[2]!r}, thread={self[3]!r})')


_ExceptHookArgs.__module__ = '_thread'


def _excepthook(args):
    if args.exc_type is SystemExit:
        return
    exc = args.exc_value
    if exc is None:
        exc = args.exc_type()
    thread = args.thread
    _excepthook_write(exc, thread._name if thread is not None else str(get_ident()))


def interrupt_main(signum=2):
    raise NotImplementedError('_thread.interrupt_main() is not supported yet')
