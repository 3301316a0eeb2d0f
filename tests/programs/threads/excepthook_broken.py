"""A threading.excepthook that fails itself; a hook is called for SystemExit too; ExceptHookArgs made by hand."""
import sys
import threading


def fail():
    raise ValueError("in the thread")


def run(target, name):
    t = threading.Thread(target=target, name=name)
    t.start()
    t.join()


def hook(args):
    print("hook for", args.exc_type.__name__, args.thread.name)


threading.excepthook = hook
run(fail, "A")
run(sys.exit, "B")


def broken(args):
    raise RuntimeError("the hook failed")


threading.excepthook = broken
run(fail, "broken")
threading.excepthook = threading.__excepthook__
print(threading.excepthook is threading.__excepthook__)
run(fail, "C")
args = threading.ExceptHookArgs((ValueError, ValueError("by hand"), None, None))
print(args.exc_type, args.exc_value, args.thread)
print("exit code stays 0")
