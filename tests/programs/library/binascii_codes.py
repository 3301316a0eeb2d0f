# binascii: hexadecimal, base64 with its strict mode, uu, quoted-printable, check sums.
import binascii


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


attempt(binascii.hexlify, b'\0ab\xff')
attempt(binascii.hexlify, b'abcd', '-')
attempt(binascii.hexlify, b'abcdef', b':', 2)
attempt(binascii.b2a_hex, bytearray(b'abcdef'), ':', -4)
attempt(binascii.hexlify, 'a')
for text in (b'6162', 'fF', b'abc', 'zz', 5, 'é1'):
    attempt(binascii.unhexlify, text)
for text in (b'YWJj', 'YWI=', b'YQ', b'Y', b'YQ==YQ==', b'Y!Q==', b'abcde', b'', 5, 'é', b'Y=Q=', b'YWJj=YWJj', b'====', b'Y\nQ=='):
    attempt(binascii.a2b_base64, text)
for text in (b'YQ==', b'YQ=', b'Y!Q==', b'=YQ=', b'YQ==a', b'YQ==\n', b'YQ=a', b'YWJj='):
    attempt(binascii.a2b_base64, text, strict_mode=True)
attempt(binascii.b2a_base64, bytes(range(250, 256)))
attempt(binascii.b2a_base64, b'abc', newline=False)
attempt(binascii.b2a_base64, 'abc')
for line in (b'', b'hello', b'x' * 45, b'x' * 46):
    attempt(binascii.b2a_uu, line)
attempt(binascii.b2a_uu, b'hello', backtick=True)
for line in (b'%:&5L;&\\\n', b'%:\x01', b'!:&5L;&\\\n', b'%:&5L;&\\`\n'):
    attempt(binascii.a2b_uu, line)
for text in (b'a=b \n caf\xe9\t', b'x' * 100, b'.\nb', b'.', b'a\r\nb ', b'long line ' * 9):
    attempt(binascii.b2a_qp, text)
    attempt(binascii.b2a_qp, text, quotetabs=True)
    attempt(binascii.b2a_qp, text, istext=False)
attempt(binascii.b2a_qp, b'a b_c', header=True)
for text in (b'a=3Db=20=\n caf=E9=zz', b'==', b'=', b'a_b'):
    attempt(binascii.a2b_qp, text)
attempt(binascii.a2b_qp, b'a_b', header=True)
attempt(binascii.crc32, b'abc')
attempt(binascii.crc32, b'bc', binascii.crc32(b'a'))
attempt(binascii.crc32, 'abc')
attempt(binascii.crc_hqx, b'abc', 0)
print(binascii.Error.__mro__, binascii.Incomplete.__mro__)
