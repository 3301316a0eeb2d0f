# Ranges whose numbers have more than 64 bits.
import copy
import pickle

BIG = 2 ** 100
one = range(BIG, BIG + 30, 10)
print(one, len(one), bool(one), list(one), list(reversed(one)), isinstance(one, range))
print(one.start == BIG, one.stop - BIG, one.step, one[1] - BIG, one[-1] - BIG)
print(BIG + 10 in one, BIG + 11 in one, 'x' in one, one.count(BIG + 20), one.count(5), one.index(BIG + 20))
for wrong in (5, 'x'):
    try:
        one.index(wrong)
    except ValueError as error:
        print(error)
try:
    one[3]
except IndexError as error:
    print(error)
try:
    one.start = 5
except AttributeError as error:
    print(type(error).__name__)
print(one[1:] == range(BIG + 10, BIG + 30, 10), one[::-1] == range(BIG + 20, BIG - 10, -10), one[5:], one[:-1][0] == BIG)
print(one == range(BIG, BIG + 25, 10), one != range(BIG, BIG + 31, 10), hash(one) == hash(range(BIG, BIG + 21, 10)))
print(range(BIG, 0) == range(0), range(0, BIG, BIG) == range(1), hash(range(0, BIG, BIG)) == hash(range(1)))

huge = range(-BIG, BIG)
print(huge[BIG] == 0, huge[-1] == BIG - 1, huge.index(0) == BIG, 0 in huge, huge[BIG:BIG + 3])
try:
    len(huge)
except OverflowError as error:
    print(error)

rest = iter(one)
print(next(rest) - BIG, rest.__length_hint__(), type(rest).__name__)
print(list(pickle.loads(pickle.dumps(rest))) == list(copy.copy(rest)) == list(rest), list(rest))
rest = iter(one)
rest.__setstate__(2)
print([n - BIG for n in rest], pickle.loads(pickle.dumps(one)) == one)
for wrong in ((0, BIG, 0), (BIG, 'x'), (1.5,)):
    try:
        range(*wrong)
    except (TypeError, ValueError) as error:
        print(error)
