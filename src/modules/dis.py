# dis: the names that inspect needs. The page shows bytecode itself.

COMPILER_FLAG_NAMES = {
    1: 'OPTIMIZED', 2: 'NEWLOCALS', 4: 'VARARGS', 8: 'VARKEYWORDS', 16: 'NESTED', 32: 'GENERATOR', 64: 'NOFREE',
    128: 'COROUTINE', 256: 'ITERABLE_COROUTINE', 512: 'ASYNC_GENERATOR', 0x4000000: 'HAS_DOCSTRING',
    0x8000000: 'METHOD',
}


def dis(*args, **kwargs):
    raise NotImplementedError('dis.dis() is not supported')


def get_instructions(*args, **kwargs):
    raise NotImplementedError('dis.get_instructions() is not supported')


class Positions(tuple):
    __slots__ = ()

    def __new__(cls, lineno=None, end_lineno=None, col_offset=None, end_col_offset=None):
        return tuple.__new__(cls, (lineno, end_lineno, col_offset, end_col_offset))

    lineno = property(lambda self: self[0])
    end_lineno = property(lambda self: self[1])
    col_offset = property(lambda self: self[2])
    end_col_offset = property(lambda self: self[3])
