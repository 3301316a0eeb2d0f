"""run() called directly works in the calling thread; a second run has lost its target; start after run."""
import threading


def where():
    print("in", threading.current_thread().name)


t = threading.Thread(target=where, name="T")
t.run()
print(t.is_alive(), t.ident)
try:
    t.run()
except AttributeError as problem:
    print(problem)
u = threading.Thread(target=where, name="U")
u.start()
u.join()
try:
    u.run()
except AttributeError as problem:
    print(problem)
plain = threading.Thread(name="plain")
print(plain.run())


class Own(threading.Thread):
    def run(self):
        print("own run in", threading.current_thread().name)


o = Own(name="own")
o.run()
o.run()
o.start()
o.join()
try:
    o.start()
except RuntimeError as problem:
    print(problem)
started = threading.Thread(target=where, name="again")
started.start()
started.join()
print(started.is_alive(), started.join(), started.join(0.1))
