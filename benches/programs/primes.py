# Checks numbers for being prime by division: remainders and comparisons of small integers.
import sys


def is_prime(number):
    if number < 2:
        return False
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 1
    return True


def count_primes(limit):
    found = 0
    for number in range(limit):
        if is_prime(number):
            found += 1
    return found


print(count_primes(int(sys.argv[1])))
