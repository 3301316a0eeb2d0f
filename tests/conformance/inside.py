"""Runs tests of CPython on the machine, each by itself, and prints a line as each begins and as it ends.

    interloop run --path FOLDER inside.py -- list MODULE
    interloop run --path FOLDER inside.py -- run MODULE TEST...

The lines begin with a mark that no test prints; `run.py` reads them.
"""
import inspect
import sys
import traceback
import types
import unittest

MARK = '\x01'
# The modules that tests import at their top and the machine may not have: the tests that use them fail, no others.
WANTED = ('_imp', '_testinternalcapi', '_testlimitedcapi', 'asyncio', 'ctypes', 'importlib.util', 'py_compile', 'pydoc',
          'subprocess', 'unicodedata', 'doctest', 'unittest.mock')

# What a test asks of such a module while it is imported itself.
VALUES = {('asyncio', 'iscoroutinefunction'): inspect.iscoroutinefunction}


class Absent(types.ModuleType):
    """Stands for a module that cannot be imported: whoever calls something of it is told so."""

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        if (self.__name__, name) in VALUES:
            return VALUES[self.__name__, name]

        class Missing:
            def __new__(cls, *args, **kwargs):
                raise ModuleNotFoundError(f"No module named '{owner}'", name=owner)

        owner = self.__name__
        return Missing


def stand_in():
    """Puts an `Absent` wherever a wanted module is missing."""
    for name in WANTED:
        try:
            __import__(name)
        except Exception:
            sys.modules[name] = module = Absent(name)
            package, dot, child = name.rpartition('.')
            if dot:
                setattr(sys.modules[package], child, module)


def set_up():
    """Replaces what test.support asks of CPython's insides or of folders."""
    from test import parts, support

    def load_package_tests(folder, loader, suite, pattern):
        for name in parts.NAMES:
            suite.addTests(loader.loadTestsFromName(f'{module}.{name}'))
        return suite

    module = sys.argv[2]
    support.load_package_tests = load_package_tests
    # 3.13 asks _testcapi for this number; 3.14's test.support has it itself, times three.
    support.get_c_recursion_limit = lambda: 50_000


def flat(suite):
    """The tests of a suite, in order."""
    for part in suite:
        if isinstance(part, unittest.TestSuite):
            yield from flat(part)
        else:
            yield part


def why(error):
    """What an exception says, in one line."""
    kind, value, _ = error
    text = ' '.join(str(value).split())
    return f'{kind.__name__}: {text}' if text else kind.__name__


class Result(unittest.TestResult):
    """Prints how each test ended."""

    said = None

    def note(self, word, reason):
        if self.said is None or self.said[0] == 'skipped':
            self.said = word, reason

    def addError(self, test, err):
        self.note('failed', why(err))

    def addFailure(self, test, err):
        self.note('failed', why(err))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note('failed', why(err))

    def addSkip(self, test, reason):
        self.note('skipped', ' '.join(str(reason).split()))

    def addExpectedFailure(self, test, err):
        self.note('passed', '')

    def addUnexpectedSuccess(self, test):
        self.note('failed', 'unexpected success')


def load(module):
    """The tests of a module by their names. Names that several tests share are numbered."""
    loader = unittest.TestLoader()
    found = {}
    __import__(module)
    for test in flat(loader.loadTestsFromModule(sys.modules[module])):
        name = test.id().removeprefix(module + '.')
        while name in found:
            name += "'"
        found[name] = test
    return found


def say(*words):
    sys.__stdout__.write('\n' + MARK + '\t'.join(words) + '\n')


def main(verb, module, *names):
    stand_in()
    set_up()
    out = sys.stdout
    tests = load(module)
    if verb == 'list':
        for name in tests:
            say('test', name)
        return
    for name in names:
        test = tests[name]
        say('begin', name)
        result = Result()
        # A suite of one, so that the fixtures of its class and of its module come and go with it.
        unittest.TestSuite([test]).run(result)
        sys.stdout = out
        word, reason = result.said or ('passed', '')
        say(word, name, reason[:300])


try:
    main(*sys.argv[1:])
except BaseException as error:
    say('import', why((type(error), error, None)))
    traceback.print_exc()
    sys.exit(4)
