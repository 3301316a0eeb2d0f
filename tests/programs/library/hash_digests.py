# hashlib: every hash over block borders, copies, keys, and PBKDF2.
import hashlib
import hmac
import io


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


for name in sorted(hashlib.algorithms_guaranteed):
    digest = hashlib.new(name)
    digest.update(b'abc' * 100)
    digest.update(bytearray(b'x'))
    other = digest.copy()
    other.update(memoryview(b'zz'))
    length = (20,) if name.startswith('shake') else ()
    print(name, digest.name, digest.digest_size, digest.block_size, digest.hexdigest(*length), other.hexdigest(*length))
for size in (0, 1, 55, 56, 63, 64, 71, 72, 103, 104, 111, 112, 127, 128, 135, 136, 143, 144, 168, 1000):
    content = b'q' * size
    names = ('md5', 'sha1', 'sha224', 'sha384', 'sha512', 'sha3_224', 'sha3_384', 'sha3_512', 'blake2b', 'blake2s')
    print(size, [hashlib.new(name, content).hexdigest()[:8] for name in names], hashlib.shake_128(content).hexdigest(400)[-8:])
print(hashlib.sha256(b'abc').digest(), hashlib.md5(usedforsecurity=False).hexdigest(), hashlib.sha1(b'a').digest_size)
print(hashlib.blake2b(b'x', digest_size=10, key=b'key', salt=b's', person=b'p').hexdigest())
print(hashlib.blake2s(b'x' * 200, digest_size=9, key=b'k' * 32, salt=b's' * 8, person=b'p' * 8).hexdigest())
print(hashlib.pbkdf2_hmac('sha256', b'word', b'salt', 1200).hex(), hashlib.pbkdf2_hmac('sha1', b'w', b's', 1, 50).hex())
print(hashlib.file_digest(io.BytesIO(b'abc' * 1000), 'sha256').hexdigest())
attempt(hashlib.new, 'nope')
attempt(hashlib.md5, 'abc')
attempt(hashlib.sha256, 5)
attempt(hashlib.md5(b'').update, 'x')
attempt(hashlib.blake2b, b'', key=b'x' * 65)
attempt(hashlib.blake2s, b'', salt=b'x' * 9)
code = hmac.new(b'key', b'msg', 'sha256')
code.update(b'more')
print(code.hexdigest(), code.name, code.digest_size, code.block_size, code.copy().digest() == code.digest())
print(hmac.digest(b'k' * 200, b'm', 'md5').hex(), hmac.new(b'k', b'm', hashlib.sha3_256).hexdigest())
print(hmac.compare_digest(b'a', b'a'), hmac.compare_digest('a', 'b'))
attempt(hmac.new, b'k', b'm')
attempt(hmac.new, 'k', b'm', 'md5')
attempt(hmac.compare_digest, 'a', b'a')
