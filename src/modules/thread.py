# The parts of `_thread` that call back into Python.


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
