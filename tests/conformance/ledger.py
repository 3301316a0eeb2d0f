"""The ledger: which of CPython's tests do not pass, grouped by module and by reason; and what is counted apart.

    [test_list]
    reason
        Class.test_method
    apart: reason
        Class.test_method

A test that is apart needs something that no program here can have, or skips itself. It does not count.
"""
import collections
import re

# Reasons for which a test is apart, and what they are called. A test that skips itself is apart as well.
APART = (
    (r"No module named '_?(test\w*capi|testmultiphase|testbuffer|ctypes|xxsubtype|interpreters)", 'needs a C extension'),
    (r"No module named '_?(subprocess|posixsubprocess|multiprocessing)|needs a process", 'needs a process'),
    (r"there is no (file|operating) system", 'needs an operating system'),
    (r"^FileNotFoundError: .*'test/", "needs a file of CPython's tests"),
    (r"cannot pickle 'itertools\.|'itertools\.\w+' object has no attribute '__(setstate|reduce)__'",
     'tests what 3.14 has no longer: copies of itertools'),
)
WIDTH = 100


def kind(word, reason):
    """How a result counts: `passed`, `failed` or `apart`; and its reason as the ledger writes it."""
    if word == 'passed':
        return 'passed', ''
    for pattern, name in APART:
        if re.search(pattern, reason):
            return 'apart', name
    if word == 'skipped':
        return 'apart', short('skips itself: ' + reason)
    return 'failed', short(reason)


def short(reason):
    """A reason without what changes from run to run, in one line."""
    reason = re.sub(r'0x[0-9a-f]{6,}', '0xADDRESS', reason)
    reason = ''.join(c if c.isprintable() and c.isascii() else '?' for c in reason)
    return (reason if len(reason) <= WIDTH else reason[:WIDTH - 3] + '...').strip()


def counts(results):
    return collections.Counter(kind(*result)[0] for result in results.values())


def row(module, results):
    """A line of the table."""
    number = counts(results)
    counted = number['passed'] + number['failed']
    share = f"{100 * number['passed'] / counted:5.1f} %" if counted else '      -'
    return f"{module:24} {number['passed']:5} / {counted:5}  {share}  apart {number['apart']:4}"


def table(found, modules):
    """All modules in order, and their sum."""
    whole = {(module, name): result for module, results in found.items() for name, result in results.items()}
    return '\n'.join([row(module, found[module]) for module in modules if module in found] + [row('all', whole)])


def read(path):
    """The ledger by module: the names of the tests that do not pass, with how they count and their reasons."""
    listed, module, heading = {}, None, None
    for line in path.read_text().splitlines() if path.exists() else ():
        if line.startswith('['):
            module = listed.setdefault(line.strip('[]'), {})
        elif line.startswith('    '):
            module[line.strip()] = heading
        elif line and not line.startswith('#'):
            apart = line.startswith('apart: ')
            heading = ('apart', line.removeprefix('apart: ')) if apart else ('failed', line)
    return listed


def write(path, found, modules):
    """Writes the ledger; modules that were not run keep what stands there."""
    listed = read(path)
    for module, results in found.items():
        kinds = {name: kind(*result) for name, result in results.items()}
        listed[module] = {name: said for name, said in kinds.items() if said[0] != 'passed'}
    lines = ['# Tests of CPython 3.13 that do not pass on the machine, by module and reason; `make conformance` reads',
             '# this, and INTERLOOP_LEDGER=write make conformance writes it. CONTRIBUTING.md says more.']
    for module in modules:
        groups = collections.defaultdict(list)
        for name, said in listed.get(module, {}).items():
            groups[said].append(name)
        if groups:
            lines += ['', f'[{module}]']
        for (how, reason), names in sorted(groups.items(), key=lambda item: (item[0][0] == 'apart', item[0][1])):
            lines.append(f'apart: {reason}' if how == 'apart' else reason)
            lines += [f'    {name}' for name in sorted(names)]
    path.write_text('\n'.join(lines) + '\n')


def compare(path, found):
    """Where a run and the ledger differ."""
    listed = read(path)
    differences = []
    for module, results in found.items():
        expected = listed.get(module, {})
        for name, result in results.items():
            how, reason = kind(*result)
            if how == 'passed' and name in expected:
                differences.append(f'{module} {name} passes, but stands in the ledger: {expected[name][1]}')
            elif how == 'failed' and expected.get(name, ('',))[0] != 'failed':
                differences.append(f'{module} {name} does not pass, and the ledger does not say so: {reason}')
        for name in expected:
            if name not in results:
                differences.append(f'{module} {name} stands in the ledger, but there is no such test')
    return differences
