# The limit on decimal digits, and where it holds: set, read, lifted; binary bases are free of it.
import sys


def attempt(make):
    try:
        result = make() or 0
        print(type(result).__name__, len(result) if isinstance(result, str) else result.bit_length())
    except Exception as error:
        print(type(error).__name__, error)


print(sys.get_int_max_str_digits())
attempt(lambda: str(10 ** 4300))
attempt(lambda: str(10 ** 4299))
attempt(lambda: int('1' * 4301))
for limit in (5, -1, 1.5, 'x'):
    attempt(lambda: sys.set_int_max_str_digits(limit))
sys.set_int_max_str_digits(1000)
print(sys.get_int_max_str_digits())
attempt(lambda: str(10 ** 1000))
attempt(lambda: str(10 ** 999))
attempt(lambda: str(-10 ** 999))
attempt(lambda: repr(-10 ** 1000))
attempt(lambda: f'{10 ** 1001}')
attempt(lambda: '%d' % 10 ** 1001)
attempt(lambda: int('1' * 1001))
attempt(lambda: int('1_' * 1000 + '1'))
attempt(lambda: int('9' * 1000))
attempt(lambda: int('0x' + 'f' * 5000, 16))
attempt(lambda: int('z' * 1001, 36))
attempt(lambda: hex(1 << 50_000))
attempt(lambda: str([10 ** 2000]))
sys.set_int_max_str_digits(maxdigits=0)
print(sys.get_int_max_str_digits())
attempt(lambda: str(10 ** 9000))
attempt(lambda: int('7' * 9000))
