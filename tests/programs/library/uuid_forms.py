# uuid: forms, fields, versions made of names, comparison, and random ones that differ.
import pickle
import uuid


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


one = uuid.UUID('{12345678-1234-5678-1234-567812345678}')
print(one, repr(one), one.hex, one.int, one.urn, one.bytes, one.bytes_le, one.fields, one.version, one.variant)
print(uuid.UUID(int=5), uuid.UUID(bytes=bytes(range(16))), uuid.UUID(bytes_le=bytes(range(16))), uuid.UUID(fields=(1, 2, 3, 4, 5, 6)))
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'example.org'), uuid.uuid3(uuid.NAMESPACE_URL, 'http://a/'))
random = [uuid.uuid4() for _ in range(50)]
print(len(set(random)), {each.version for each in random}, {each.variant for each in random}, random[0].is_safe)
print(uuid.uuid1().version, uuid.uuid1(node=5, clock_seq=7).node, uuid.uuid1(5, 7).clock_seq, uuid.getnode() == uuid.getnode())
print(uuid.UUID(int=1) < uuid.UUID(int=2), uuid.UUID(int=1) == uuid.UUID(int=1), hash(one) == hash(uuid.UUID(str(one))))
print(pickle.loads(pickle.dumps(one)) == one, uuid.UUID('urn:uuid:12345678123456781234567812345678', version=4).version)
attempt(uuid.UUID, 'xyz')
attempt(uuid.UUID)
attempt(uuid.UUID, int=-1)
attempt(uuid.UUID, bytes=b'abc')
attempt(uuid.UUID, int=1, version=99)
attempt(setattr, one, 'int', 5)
attempt(lambda: one < 5)
