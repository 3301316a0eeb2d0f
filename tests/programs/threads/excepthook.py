"""threading.excepthook replaced and restored; SystemExit in a thread is silent."""
import sys
import threading


def fail(v):
    raise ValueError(f"failed with {v}")


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None, len(args))


def run(target, *args, **options):
    t = threading.Thread(target=target, args=args, **options)
    t.start()
    t.join()


threading.excepthook = hook
run(fail, 1, name="hooked")
threading.excepthook = threading.__excepthook__
run(sys.exit, 5)
run(sys.exit, "text that nobody sees")
print("SystemExit in a thread is silent")


def nested():
    try:
        fail(2)
    except ValueError as problem:
        raise RuntimeError("wrapped") from problem


run(nested, name="nested")
print("end")
