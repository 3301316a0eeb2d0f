# _queue: SimpleQueue, and the exception Empty (Modules/_queuemodule.c).

import _thread


class Empty(Exception):
    """Exception raised by Queue.get(block=0)/get_nowait()."""

    __module__ = '_queue'


class SimpleQueue:
    """Simple, unbounded, reentrant FIFO queue."""

    __module__ = '_queue'
    __slots__ = ('_items', '_count', '__weakref__')

    def __init__(self):
        self._items = []
        self._count = _Semaphore()

    def put(self, item, block=True, timeout=None):
        self._items.append(item)
        self._count.release()

    def put_nowait(self, item):
        self.put(item)

    def get(self, block=True, timeout=None):
        if timeout is not None and block and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._count.acquire(block, timeout):
            raise Empty
        return self._items.pop(0)

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return len(self._items) == 0

    def qsize(self):
        return len(self._items)

    def __class_getitem__(cls, item):
        return _GenericAlias(cls, item)


class _Semaphore:
    """A lock that is free as long as there is something to take."""

    def __init__(self):
        self._free = 0
        self._lock = _thread.allocate_lock()
        self._lock.acquire()

    def release(self):
        self._free += 1
        if self._lock.locked():
            self._lock.release()

    def acquire(self, block, timeout):
        if not block:
            got = self._lock.acquire(False)
        elif timeout is None:
            got = self._lock.acquire()
        else:
            got = self._lock.acquire(True, timeout)
        if got:
            self._free -= 1
            if self._free:
                self._lock.release()
        return got


_GenericAlias = type(list[int])
