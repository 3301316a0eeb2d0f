"""sys.exit with a number: finally blocks run, the number is the exit code."""
import sys


def main():
    try:
        print("working")
        sys.exit(3)
    except Exception:
        print("not an Exception")
    finally:
        print("cleaning")


main()
print("never")
