"""sys.exit without an argument, after catching one SystemExit."""
import sys

try:
    sys.exit(7)
except SystemExit as stop:
    print("caught", stop.code, repr(stop), stop.args)
try:
    raise SystemExit
except SystemExit as stop:
    print(stop.code, repr(stop))
try:
    exit_object = SystemExit("a", 2)
    raise exit_object
except BaseException as stop:
    print(stop.code, isinstance(stop, Exception))
sys.exit()
