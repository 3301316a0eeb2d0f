# bytes and bytearray: classes of characters, tabs, bytes-like arguments, and what subclasses get.
for value in (b'Title Case', b'Not title', b'', b'123', b'A\tb\ncd\te'):
    print(value.istitle(), bytearray(value).istitle(), value.expandtabs(), bytearray(value).expandtabs(3))
print(b'a\tb'.expandtabs(0), b'a\tb'.expandtabs(tabsize=1))
for name in ('isalnum', 'isalpha', 'isascii', 'isdigit', 'islower', 'isspace', 'istitle', 'isupper'):
    try:
        getattr(b'a', name)(1)
    except TypeError as error:
        print(error)

view = memoryview(b'+--')[1:]
print(b'a-b'.split(memoryview(b'-')), b'--'.count(view[:1]), b'-a-'.strip(view), b','.join([view, b'x']))
print(b'abc'.find(memoryview(b'c')), b'x'.replace(b'x', view), str(view, 'ascii'), b'a' + view)

for most in range(4):
    print(' a  b ' .split(None, most), ' a  b '.rsplit(None, most), b' a  b '.split(None, most), b' a  b '.rsplit(None, most))

for wrong in (256, -1, 2 ** 70, -2 ** 70):
    for kind in (bytes, bytearray):
        try:
            kind([wrong])
        except ValueError as error:
            print(error)


class Marked(bytes):
    def __new__(cls, value):
        self = bytes.__new__(cls, value)
        self.mark = len(value)
        return self


print(Marked.fromhex('01 02 ff').mark)


class Five:
    def __index__(self):
        return 5


array = bytearray()
array.append(Five())
array.insert(Five(), Five())
print(array)
array.remove(Five())
print(array, b''.__rmod__(b'%r'), b''.__rmod__(''), (b'ab' * 200_000 + b'c').find(b'b' * 3000 + b'c'))
