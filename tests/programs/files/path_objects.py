# pathlib, glob, shutil and tempfile over a small tree.
import glob
import os
import pathlib
import shutil
import tempfile


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)
base = pathlib.Path('base')
base.mkdir()
attempt(base.mkdir)
(base / 'x.txt').write_text('hi\nthere')
print((base / 'x.txt').read_text(), list(base.iterdir()), (base / 'x.txt').stat().st_size, base.is_dir(), base.exists())
(base / 'x.txt').rename(base / 'y.py')
(base / 'sub' / 'deep').mkdir(parents=True, exist_ok=True)
(base / 'sub' / 'z.py').touch()
print(sorted(base.rglob('*.py')), sorted(base.glob('*')), sorted(base.glob('**/deep')))
print(sorted((str(top), sorted(dirs), sorted(files)) for top, dirs, files in base.walk()))
(base / 'b').write_bytes(b'\1\2')
with (base / 'b').open('rb') as file:
    print(file.read(), base.absolute().name, base.resolve().parts[-1], pathlib.Path.cwd() == pathlib.Path().resolve())
(base / 'b').unlink()
(base / 'b').unlink(missing_ok=True)
attempt((base / 'b').unlink)
attempt((base / 'missing').read_text)
attempt(base.rmdir)
path = pathlib.PurePosixPath('/a/b.tar.gz')
print(path.parent, path.name, path.stem, path.suffixes, path.with_suffix('.x'), path.relative_to('/a'), path / '..' / 'c', path.parts)
print(path.with_name('q'), path.match('*.gz'), path.is_absolute(), pathlib.Path('a') < pathlib.Path('b'))
shutil.copy(base / 'y.py', base / 'copy.py')
shutil.copytree('base', 'tree')
print(sorted(glob.glob('tree/**', recursive=True)), sorted(glob.glob('*/*.py')), glob.glob('nothing*'))
shutil.move('tree', 'moved')
shutil.rmtree('moved')
print(os.path.exists('moved'), os.path.exists('tree'))
attempt(shutil.rmtree, 'moved')
attempt(shutil.copy, 'missing', 'x')
shutil.rmtree('moved', ignore_errors=True)
with tempfile.TemporaryDirectory() as name:
    open(os.path.join(name, 'f'), 'w').close()
    print(os.path.isdir(name), os.listdir(name))
print(os.path.exists(name))
with tempfile.NamedTemporaryFile('w+', suffix='.txt', dir='.') as file:
    file.write('abc')
    file.seek(0)
    print(file.read(), os.path.exists(file.name), file.name.endswith('.txt'))
print(os.path.exists(file.name))
number, name = tempfile.mkstemp(dir='.')
os.close(number)
print(os.path.exists(name), os.path.isdir(tempfile.mkdtemp(dir='.')))
with tempfile.SpooledTemporaryFile(10) as spool:
    spool.write(b'a' * 20)
    spool.seek(0)
    print(len(spool.read()))
os.chdir('/')
folder.cleanup()
