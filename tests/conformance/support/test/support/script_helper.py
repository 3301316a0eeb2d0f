"""Stands for test.support.script_helper, which starts another interpreter: such a test needs a process."""
import unittest


def _no_process(*args, **kwargs):
    raise unittest.SkipTest('needs a process')


assert_python_ok = assert_python_failure = run_python_until_end = spawn_python = kill_python = _no_process
make_script = make_pkg = make_zip_script = make_zip_pkg = run_test_script = _no_process


def interpreter_requires_environment():
    return False
