# The main thread looks when both builders have ended.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

barrier = threading.Barrier(2)
finished = []


def build(name):
    barrier.wait()
    finished.append(name)


builders = [threading.Thread(target=build, args=(name,)) for name in ("Ida", "Jon")]
for builder in builders:
    builder.start()
for builder in builders:
    builder.join()
if len(finished) < 2:
    barrier.abort()
print("finished:", sorted(finished))
