# Raising and catching an exception across one call.
import sys


def fail(number):
    raise ValueError(number)


def catch(n):
    caught = 0
    for number in range(n):
        try:
            fail(number)
        except ValueError as error:
            caught += error.args[0] & 1
    return caught


print(catch(int(sys.argv[1])))
