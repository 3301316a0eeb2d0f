# The course's `do_math`: floats and a function of `math` in a while loop.
import math
import sys


def do_math(start, num):
    position = start
    thousand_squared = 1000 * 1000
    distance = 0.0
    while position < num:
        position += 1
        distance = math.sqrt((position - thousand_squared) * (position - thousand_squared))
    return distance


print(do_math(0, int(sys.argv[1])))
