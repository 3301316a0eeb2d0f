# base64: each alphabet and what a wrong text says.
import base64
import io


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


data = bytes(range(0, 256, 5)) + b'end'
for name in ('b64', 'standard_b64', 'urlsafe_b64', 'b32', 'b32hex', 'b16', 'a85', 'b85', 'z85'):
    encode, decode = getattr(base64, name + 'encode'), getattr(base64, name + 'decode')
    for size in (0, 1, 2, 3, 4, 5, 52):
        text = encode(data[:size])
        print(name, size, text, decode(text) == data[:size])
attempt(base64.b64decode, 'YWJj!', validate=True)
attempt(base64.b64decode, 'YWJj!')
attempt(base64.b64decode, 'YW')
attempt(base64.b64encode, 'text')
attempt(base64.b64encode, b'\xfb\xff', altchars=b'-_')
attempt(base64.b64decode, b'-_8=', altchars='-_')
attempt(base64.b32decode, b'ABC')
attempt(base64.b32decode, b'mzxw6===')
attempt(base64.b32decode, b'mzxw6===', casefold=True)
attempt(base64.b16decode, b'4a')
attempt(base64.b16decode, b'4a', casefold=True)
attempt(base64.b85decode, b'\x00')
attempt(base64.a85encode, bytes(8) + b'    x', foldspaces=True, wrapcol=4, adobe=True)
attempt(base64.a85decode, b'<~z!!~>', adobe=True)
attempt(base64.encodebytes, bytes(80))
attempt(base64.decodebytes, b'YWJj\n')
out = io.BytesIO()
base64.encode(io.BytesIO(data), out)
print(out.getvalue())
