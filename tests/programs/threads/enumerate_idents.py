"""enumerate, active_count, get_ident, current_thread and is_alive while threads live and after."""
import threading
import time

release = threading.Event()
idents = {}


def work(n):
    idents[n] = threading.get_ident()
    release.wait()


threads = [threading.Thread(target=work, args=(n,), name=f"w{n}") for n in range(3)]
print([t.ident for t in threads], threading.active_count())
for t in threads:
    t.start()
time.sleep(0.05)
print(threading.active_count(), [t.name for t in threading.enumerate()])
print(all(t.ident == idents[n] for n, t in enumerate(threads)), len(set(idents.values())), threading.get_ident() == threading.main_thread().ident)
print([t.is_alive() for t in threads], threading.current_thread() is threading.enumerate()[0])
release.set()
for t in threads:
    t.join()
print(threading.active_count(), [t.is_alive() for t in threads], [t.ident == idents[n] for n, t in enumerate(threads)])
print(isinstance(threading.get_native_id(), int), isinstance(threading.main_thread().native_id, int), threading.Thread().native_id)
seen = []


def who():
    seen.append((threading.current_thread() is me, threading.main_thread() is me, threading.current_thread().is_alive()))


me = threading.Thread(target=who)
me.start()
me.join()
print(seen, threading.main_thread().is_alive())
