"""Runs CPython's own tests on the machine and compares what does not pass with the ledger.

    python3 run.py PATH/TO/interloop [MODULE...]

The tests come from an installed CPython 3.13: the one that PYTHON names, or python3.13, or pyenv's, or Debian's package
libpython3.13-testsuite, which is fetched. INTERLOOP_LEDGER=write writes the ledger anew, of all modules or of those named.
"""
import concurrent.futures
import glob
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import ledger

HERE = pathlib.Path(__file__).resolve().parent
MODULES = (HERE / 'modules.txt').read_text().split()
# Of one process, for a batch of tests; a test that alone takes more is too long. Some seconds.
INSTRUCTIONS = 100_000_000
BATCH = 20
WALL_S = 120
PROCESSES = 2
# Pure Python of the same installation that tests import and the machine's library does not have.
BESIDE = ('doctest.py',)
# Of CPython's test package: what other tests import.
SHARED = ('test_grammar.py', 'test_contextlib.py')
# Lines that ask for a name that 3.14 has no longer, in a module whose other lines tests need.
GONE = {'typinganndata/ann_module.py': re.compile(r'^ *__annotations__\[.*', re.M)}


def installation():
    """The folder `Lib` of a CPython 3.13, with its tests."""
    asked = [os.environ.get('PYTHON'), 'python3.13', *sorted(glob.glob(os.path.expanduser(
        '~/.pyenv/versions/3.13*/bin/python3')))]
    for python in filter(None, asked):
        try:
            said = subprocess.run([python, '-c', 'import sys, test; print(sys.version_info[:2] == (3, 13), '
                                   'test.__path__[0])'], capture_output=True, text=True, timeout=60).stdout.split()
        except OSError:
            continue
        if said[:1] == ['True'] and pathlib.Path(said[1], 'test_list.py').exists():
            return pathlib.Path(said[1]).parent
    return debian()


def debian():
    """The same from Debian's packages, unpacked into a temporary folder."""
    folder = pathlib.Path(tempfile.gettempdir()) / 'interloop-testsuite'
    library = folder / 'usr/lib/python3.13'
    if not (library / 'test/test_list.py').exists():
        folder.mkdir(exist_ok=True)
        packages = ['libpython3.13-testsuite', 'libpython3.13-stdlib']
        if subprocess.run(['apt-get', 'download', *packages], cwd=folder).returncode != 0:
            sys.exit('no CPython 3.13 with its tests: set PYTHON, or install libpython3.13-testsuite')
        for package in sorted(folder.glob('*.deb')):
            subprocess.run(['dpkg', '-x', str(package), str(folder)], check=True)
    return library


def prepare(library, module, folder):
    """Puts what a module of tests imports into a folder."""
    test = library / 'test'
    package = folder / 'test'
    shutil.copytree(test / 'support', package / 'support', ignore=shutil.ignore_patterns('__pycache__'))
    names = [path.name for path in test.glob('*.py') if not path.name.startswith('test_')]
    for name in [*names, *SHARED, f'{module}.py']:
        if (test / name).exists():
            shutil.copy(test / name, package / name)
    for name in (module, 'typinganndata'):
        if (test / name).is_dir():
            shutil.copytree(test / name, package / name, ignore=shutil.ignore_patterns('__pycache__'))
    for name in BESIDE:
        shutil.copy(library / name, folder / name)
    for name, lines in GONE.items():
        if (package / name).exists():
            (package / name).write_text(lines.sub('', (package / name).read_text()))
    parts = sorted(path.stem for path in (package / module).glob('test_*.py'))
    (package / 'parts.py').write_text(f'NAMES = {parts!r}\n')
    shutil.copytree(HERE / 'support', folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns('__pycache__'))


class Runner:
    """Runs the tests of one module."""

    def __init__(self, binary, module, folder):
        self.binary, self.module, self.folder = binary, module, folder
        self.results = {}

    def call(self, *words):
        """Lines of one process, and why it ended early, if it did."""
        command = [self.binary, 'run', '--path', self.folder, '--max-instructions', str(INSTRUCTIONS),
                   str(HERE / 'inside.py'), '--', words[0], f'test.{self.module}', *words[1:]]
        try:
            done = subprocess.run(command, capture_output=True, text=True, errors='replace', timeout=WALL_S)
        except subprocess.TimeoutExpired:
            return [], f'hangs for {WALL_S} s'
        lines = [line[1:].split('\t') for line in done.stdout.split('\n') if line.startswith('\x01')]
        if done.returncode not in (0, 3, 4):
            panic = re.search(r'panicked at (.*?)\n(.*)', done.stderr)
            return lines, 'panic: ' + (' '.join(panic.groups()) if panic else f'exit code {done.returncode}')
        said = re.search(r'^interloop: (.*)', done.stderr, re.M)
        return lines, said and said[1]

    def run(self):
        lines, early = self.call('list')
        broken = next((line[1] for line in lines if line[0] == 'import'), early)
        if broken:
            self.results['*'] = 'failed', broken
            return
        names = [line[1] for line in lines if line[0] == 'test']
        todo = [names[at:at + BATCH] for at in range(0, len(names), BATCH)]
        while todo:
            self.batch(todo.pop(0), todo)

    def batch(self, names, todo):
        """Runs some tests; what was not reached goes back to the others."""
        lines, early = self.call('run', *names)
        begun = None
        for word, *rest in lines:
            if word == 'begin':
                begun = rest[0]
            elif word == 'import':
                early = rest[0]
            else:
                self.results[rest[0]] = word, rest[1]
                begun = None
        left = [name for name in names if name not in self.results]
        if not left:
            return
        if begun is None and len(names) > 1:
            # A process that broke down has said nothing.
            todo[:0] = [left[:len(left) // 2], left[len(left) // 2:]] if len(left) > 1 else [left]
        elif left[0] == names[0]:
            # It had the whole budget.
            self.results[left[0]] = 'failed', early or 'ends the program'
            todo[:0] = [left[1:]] if left[1:] else []
        else:
            todo[:0] = [left]


def run_module(binary, library, module):
    with tempfile.TemporaryDirectory() as folder:
        prepare(library, module, pathlib.Path(folder))
        runner = Runner(binary, module, folder)
        runner.run()
    return {name: (word, reason.replace(folder + '/', '')) for name, (word, reason) in runner.results.items()}


def main():
    binary, *asked = sys.argv[1:]
    library = installation()
    modules = asked or MODULES
    path, writing = HERE / 'ledger.txt', os.environ.get('INTERLOOP_LEDGER') == 'write'
    found = {}
    with concurrent.futures.ThreadPoolExecutor(PROCESSES) as pool:
        jobs = {pool.submit(run_module, binary, library, module): module for module in modules}
        for job in concurrent.futures.as_completed(jobs):
            found[jobs[job]] = job.result()
            print(ledger.row(jobs[job], found[jobs[job]]), flush=True)
            if writing:
                ledger.write(path, found, MODULES)
    print('\n' + ledger.table(found, modules))
    if writing:
        return 0
    differences = ledger.compare(path, found)
    for line in differences:
        print(line)
    return 1 if differences else 0


if __name__ == '__main__':
    sys.exit(main())
