# The last user throws the lock away, and whoever comes next locks a new one while another waits for the old.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

locks = {"file": threading.Lock()}
inside = []


def edit(name):
    with locks.setdefault("file", threading.Lock()):
        inside.append(name)
        assert len(inside) == 1, f"{inside} edit at the same time"
        inside.remove(name)
        locks.pop("file", None)


editors = [threading.Thread(target=edit, args=(name,)) for name in ("Pat", "Quin", "Rob")]
for editor in editors:
    editor.start()
for editor in editors:
    editor.join()
print("edited")
