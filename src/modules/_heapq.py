# What CPython's C functions of heapq check: lists only, and heaps that are not empty.

def _heap_of(name, heap, count):
    if not isinstance(heap, list):
        place = 'argument 1' if count == 2 else 'argument'
        raise TypeError(f'{name}() {place} must be list, not {type(heap).__name__}')


def _one(name, function, may_be_empty):
    def checked(heap, /):
        _heap_of(name, heap, 1)
        if not heap and not may_be_empty:
            raise IndexError('index out of range')
        return function(heap)
    checked.__name__ = checked.__qualname__ = name
    return checked


def _two(name, function, may_be_empty):
    def checked(heap, item, /):
        _heap_of(name, heap, 2)
        if not heap and not may_be_empty:
            raise IndexError('index out of range')
        return function(heap, item)
    checked.__name__ = checked.__qualname__ = name
    return checked


heapify = _one('heapify', heapify, True)
heappop = _one('heappop', heappop, False)
heapify_max = _one('heapify_max', heapify_max, True)
heappop_max = _one('heappop_max', heappop_max, False)
heappush = _two('heappush', heappush, True)
heappushpop = _two('heappushpop', heappushpop, True)
heapreplace = _two('heapreplace', heapreplace, False)
heappush_max = _two('heappush_max', heappush_max, True)
heappushpop_max = _two('heappushpop_max', heappushpop_max, True)
heapreplace_max = _two('heapreplace_max', heapreplace_max, False)
