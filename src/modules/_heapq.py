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


for _name in ('heapify', 'heappop', 'heapify_max', 'heappop_max'):
    globals()[_name] = _one(_name, globals()[_name], _name.startswith('heapify'))
for _name in ('heappush', 'heappushpop', 'heapreplace', 'heappush_max', 'heappushpop_max', 'heapreplace_max'):
    globals()[_name] = _two(_name, globals()[_name], not _name.startswith('heapreplace'))
del _name
