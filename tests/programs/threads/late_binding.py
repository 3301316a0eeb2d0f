"""Closures and shared arguments handed to threads: the loop variable, default arguments, mutable objects."""
import threading


def run_all(threads):
    for t in threads:
        t.start()
        t.join()


out = []
run_all([threading.Thread(target=lambda: out.append(i)) for i in range(3)])
print(out)
out.clear()
run_all([threading.Thread(target=lambda i=i: out.append(i)) for i in range(3)])
print(out)
out.clear()
run_all([threading.Thread(target=out.append, args=(i,)) for i in range(3)])
print(out)
settings = {"n": 1}
threads = [threading.Thread(target=lambda s: out.append(s["n"]), args=(settings,)) for _ in range(2)]
settings["n"] = 2
run_all(threads)
settings = {"n": 3}
print(out)


def default(box=[]):
    box.append(threading.current_thread().name)
    return box


run_all([threading.Thread(target=default, name=n) for n in "ab"])
print(default.__defaults__)
counter = 0


def make():
    count = 0

    def bump():
        nonlocal count
        global counter
        count += 1
        counter += 10
        return count

    return bump


bump = make()
run_all([threading.Thread(target=bump) for _ in range(3)])
print(bump(), counter)
args = [1]
t = threading.Thread(target=print, args=args, kwargs={"end": "!\n"})
args.append(2)
t.start()
t.join()
t = threading.Thread(target=print, args="ab", kwargs={"sep": "-"})
t.start()
t.join()
wrong = threading.Thread(target=print, args=("x"), name="wrong")
wrong.start()
wrong.join()
