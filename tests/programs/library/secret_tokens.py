# secrets and os.urandom: sizes and ranges; what is drawn is made of a seed.
import os
import secrets


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


print(len(secrets.token_bytes(10)), len(secrets.token_hex(10)), len(secrets.token_urlsafe(30)), len(os.urandom(7)))
print({secrets.randbelow(3) for _ in range(99)}, secrets.randbits(8) < 256, secrets.choice([4]), len(secrets.token_bytes()))
print(secrets.compare_digest('a', 'a'), secrets.token_hex() != secrets.token_hex(), secrets.SystemRandom().randint(5, 5))
attempt(secrets.randbelow, 0)
attempt(secrets.choice, [])
attempt(os.urandom, -1)
