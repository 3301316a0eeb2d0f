# tracemalloc: memory is not traced, and whoever asks is told so.


def is_tracing():
    return False


def get_object_traceback(obj):
    return None


def get_traced_memory():
    return 0, 0


def stop():
    pass


def clear_traces():
    pass


def start(nframe=1):
    raise NotImplementedError('tracemalloc.start() is not supported: Interloop does not trace memory')


def take_snapshot():
    raise RuntimeError('the tracemalloc module must be tracing memory allocations to take a snapshot')
