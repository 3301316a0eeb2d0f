# sysconfig: what the library asks for; nothing is installed anywhere.

_variables = {'TZPATH': '/usr/share/zoneinfo', 'py_version_short': '3.14', 'prefix': '/usr', 'Py_GIL_DISABLED': 0,
              'TEST_MODULES': 'no', 'WITH_DOC_STRINGS': 0}


def get_config_vars(*names):
    return [_variables.get(name) for name in names] if names else _variables


def get_config_var(name):
    return _variables.get(name)


def is_python_build(check_home=None):
    return False


def get_python_version():
    return '3.14'


def get_platform():
    return 'linux-wasm32'


def get_path_names():
    return 'stdlib', 'platstdlib', 'purelib', 'platlib', 'include', 'scripts', 'data'


def get_paths():
    return {name: '/usr/lib/python3.14' for name in get_path_names()}


def get_path(name):
    return get_paths()[name]
