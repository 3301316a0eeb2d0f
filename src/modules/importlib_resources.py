# importlib.resources: no package here has files beside its modules.


def files(package):
    import importlib
    importlib.import_module(package)
    raise FileNotFoundError(f'{package} has no files')


def open_binary(package, resource):
    return files(package)


open_text = read_binary = read_text = open_binary
