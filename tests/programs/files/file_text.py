# Text files: line ends, encodings, and places in them.
import os
import tempfile


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)
with open('c.txt', 'w', newline='\r\n') as file:
    file.write('a\nb\n')
print(open('c.txt', 'rb').read(), repr(open('c.txt').read()), repr(open('c.txt', newline='').read()))
print(open('c.txt', newline='').readlines(), open('c.txt', newline='\r').readlines())
with open('mixed.txt', 'wb') as file:
    file.write(b'a\rb\r\nc\nd')
file = open('mixed.txt')
print(file.readline(), file.readlines(), file.newlines)
file.seek(0)
print(repr(file.read(3)), file.seek(file.tell()) > 0, repr(file.read()), file.tell())
file.close()
with open('u.txt', 'w', encoding='utf-16') as file:
    file.write('hé')
    file.write('x')
print(open('u.txt', 'rb').read(), open('u.txt', encoding='utf-16').read())
attempt(lambda: open('u.txt').read())
print(open('u.txt', errors='replace').read(), open('u.txt', encoding='latin-1').read())
with open('é.txt', 'w') as file:
    file.write('é€')
with open('é.txt') as file:
    print(file.read(1), file.tell(), file.read(), file.tell())
    file.seek(2)
    print(file.read())
attempt(lambda: open('ascii.txt', 'w', encoding='ascii').write('é'))
with open('lines.txt', 'w+') as file:
    file.writelines(f'line {n}\n' for n in range(3))
    print('printed', 1, 2, file=file)
    file.seek(0)
    next(file)
    attempt(file.tell)
    print(file.readline(), file.tell())
    attempt(file.seek, 3, 1)
    attempt(file.seek, -3, 2)
    attempt(file.seek, -3)
    attempt(file.seek, 0, 9)
    file.seek(0, 2)
    file.write('end')
    file.seek(0)
    file.truncate(6)
    print(repr(file.read()))
with open('x.txt', 'w', newline='x'[:0]) as file, open('x.txt', 'a') as other:
    file.write('1\n')
    other.write('2\n')
print(open('x.txt').read())
attempt(open, 'x.txt', newline='z')
os.chdir('/')
folder.cleanup()
