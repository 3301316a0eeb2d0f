"""Stands for sysconfig, which reads the files that CPython's build has left."""


def get_config_var(name):
    return {'WITH_DOC_STRINGS': 0, 'Py_GIL_DISABLED': 0, 'TEST_MODULES': 'no'}.get(name)


def get_config_vars(*names):
    return [get_config_var(name) for name in names]


def is_python_build(check_home=None):
    return False
