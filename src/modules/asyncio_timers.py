# asyncio.base_events, in addition: timers with equal deadlines run in the order in which they were set.
#
# CPython's heap does not keep that order, but its clock never shows the same time twice. This one does: in a search it
# stands still while a program runs.


class _Sorted:
    """What the loop asks of `heapq`, with a sorted list as the heap."""

    @staticmethod
    def heappush(heap, item):
        low, high = 0, len(heap)
        while low < high:
            middle = (low + high) // 2
            if item._when < heap[middle]._when:
                high = middle
            else:
                low = middle + 1
        heap.insert(low, item)

    @staticmethod
    def heappop(heap):
        return heap.pop(0)

    @staticmethod
    def heapify(heap):
        heap.sort(key=lambda item: item._when)


heapq = _Sorted
