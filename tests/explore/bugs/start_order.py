# Threads are believed to run in the order in which they were started.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

finish = []


def run(name):
    finish.append(name)


runners = [threading.Thread(target=run, args=(name,)) for name in ("first", "second")]
for runner in runners:
    runner.start()
for runner in runners:
    runner.join()
assert finish == ["first", "second"], finish
print(finish)
