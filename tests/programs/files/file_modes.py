# open: every mode, what it may do, and what it says when it may not.
import os
import tempfile


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)
with open('a.txt', 'w') as file:
    print(file.write('one\ntwo\nthree\n'), file.tell(), file.name, file.mode, file.encoding, file.closed)
    print(file.readable(), file.writable(), file.seekable())
print(file.closed, os.path.exists('a.txt'), os.path.getsize('a.txt'), os.listdir())
for line in open('a.txt'):
    print(repr(line))
with open('a.txt', 'a+') as file:
    print(file.write('four'), file.seek(0), file.readlines(), file.tell(), file.seek(3))
    print(repr(file.readline()), file.tell(), file.read(3), repr(file.read()))
with open('a.txt', 'r+b') as file:
    print(file.read(4), file.tell(), file.write(b'XX'), file.seek(0), file.read(), file.truncate(5), file.seek(0, 2), file)
with open('b.bin', 'xb') as file:
    print(file.write(bytearray(b'\0\1')), file.writelines([b'a', b'b']), file.tell())
with open('b.bin', 'w+b', buffering=0) as file:
    print(file.write(b'raw'), file.seek(1), file.read(), file, file.mode)
with open('a.txt', 'r') as file:
    print(file.read(2), file.seek(0), file.readline(2), list(file))
for args in (['none'], ['a.txt', 'x'], ['.'], ['.', 'w'], ['a/b'], ['a.txt/b'], ['a.txt', 'q'], ['a.txt', 'rw'], ['a.txt', 'r', 0],
             [5.5], [99], ['a.txt', 'rb', -1, 'utf-8'], ['a.txt', 'r', -1, 'nope'], ['a.txt', 'rt+b'], ['']):
    attempt(open, *args)
file = open('a.txt')
attempt(file.write, 'x')
print(file, file.buffer, file.buffer.raw)
file.close()
attempt(file.read)
attempt(file.close)
attempt(next, file)
file = open('a.txt', 'w')
attempt(file.read)
attempt(file.write, b'x')
attempt(file.write, 5)
file.close()
attempt(file.write, 'x')
held = open('held.txt', 'w')
held.write('held back')
print(os.path.getsize('held.txt'))
held.flush()
print(os.path.getsize('held.txt'))
held.write(' and written when forgotten')
del held
print(open('held.txt').read())
os.chdir('/')
folder.cleanup()
