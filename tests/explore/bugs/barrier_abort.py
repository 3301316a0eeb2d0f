# The main thread closes the barrier because it looks too early, and whoever waits there gets an error.
# verdict: counterexample
# kinds: exception BrokenBarrierError
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
if len(finished) < 2:
    barrier.abort()
for builder in builders:
    builder.join()
print("finished:", sorted(finished))
