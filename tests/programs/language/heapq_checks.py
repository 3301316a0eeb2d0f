"""heapq checks its arguments as the functions in C do."""
import heapq
for code in ("heapq.heappop([])", "heapq.heapify([1, 'a'])", "heapq.heappush((), 1)", "heapq.heappop(5)", "heapq.heapreplace([], 1)", "heapq.heappushpop([], 1)", "heapq.heapify((1,))", "heapq.nlargest(2, [1, 5, 3])", "heapq.heappushpop([1, 3], 2)", "heapq.heappush([], 1)", "list(heapq.merge([3, 1], [2], reverse=True))"):
    try: print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)
h = [5, 4, 1]; heapq.heapify(h); print(h)
heapq.heappush([(1, {})], (1, {}))
