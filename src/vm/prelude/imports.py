# Hidden Python: the walk along dotted names that an import makes (Lib/importlib/_bootstrap.py in small).


def _load(name):
    found = __modules.get(name)
    if found is not None:
        return found
    if name in __modules:
        raise ModuleNotFoundError(f'import of {name} halted; None in sys.modules', name=name)
    parent, dot, child = name.rpartition('.')
    if dot:
        _load(parent)
        found = __modules.get(name)
        if found is not None:
            return found
    # A module that is no package can still have entered another below its name, as `os` does with `os.path`.
    try:
        module, codes = _begin_module(name)
    except ModuleNotFoundError as error:
        if dot and not hasattr(__modules[parent], '__path__'):
            error.msg = f"No module named {name!r}; {parent!r} is not a package"
            error.args = (error.msg,)
        raise
    namespace = module.__dict__
    try:
        for code in codes:
            _exec(code, namespace, namespace)
    except BaseException:
        __modules.pop(name, None)
        raise
    if dot:
        setattr(__modules[parent], child, __modules[name])
    return __modules[name]


def _resolve(name, package, level):
    if level == 0:
        return name
    if not package:
        raise ImportError('attempted relative import with no known parent package')
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{parts[0]}.{name}' if name else parts[0]


def _import(name, globals, fromlist, level):
    full = _resolve(name, globals.get('__package__') if globals else None, level)
    module = _load(full)
    if not fromlist:
        if level == 0:
            return __modules[full.partition('.')[0]]
        return module
    if hasattr(module, '__path__'):
        for item in fromlist:
            if item == '*':
                for one in getattr(module, '__all__', ()):
                    _load_submodule(module, full, one)
            else:
                _load_submodule(module, full, item)
    return module


def _load_submodule(module, full, item):
    if not hasattr(module, item):
        try:
            _load(f'{full}.{item}')
        except ModuleNotFoundError as exc:
            if exc.name != f'{full}.{item}':
                raise


def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    return _import(name, globals, fromlist, level)


def _import_from(module, name):
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    owner = getattr(module, '__name__', '<unknown module name>')
    found = __modules.get(f'{owner}.{name}')
    if found is not None:
        return found
    where = getattr(module, '__file__', None)
    raise ImportError(f"cannot import name {name!r} from {owner!r} ({where or 'unknown location'})",
                      name=owner, path=where, name_from=name)


def _import_star(module, namespace):
    names = getattr(module, '__all__', None)
    if names is None:
        names = [name for name in module.__dict__ if not name.startswith('_')]
    for name in names:
        namespace[name] = getattr(module, name)


def _boot_image():
    """Loads the modules of the image and notes what each of them imports, in order, and leaves for the exit."""
    global _load, _load_submodule, _image_imports, _image_exits
    plain_load, plain_submodule = _load, _load_submodule
    imports = {name: [] for name in __modules}
    loading = []

    def note_others(owner):
        # What it has entered by other ways, as `os` does with `os.path`.
        if len(imports) != len(__modules):
            for other in __modules:
                if other not in imports:
                    imports[other] = []
                    imports[owner].append(other)

    def load(name):
        if loading:
            note_others(loading[-1])
            imports[loading[-1]].append(name)
        if name in __modules:
            return __modules[name]
        imports[name] = []
        loading.append(name)
        try:
            module = plain_load(name)
        except ImportError:
            del imports[name]
            raise
        finally:
            loading.pop()
        note_others(name)
        return module

    def load_submodule(module, full, item):
        child = f'{full}.{item}'
        if loading and child in __modules:
            imports[loading[-1]].append(child)
        plain_submodule(module, full, item)

    _load, _load_submodule = load, load_submodule
    for name in _image_modules:
        load(name)
    _load, _load_submodule = plain_load, plain_submodule
    _image_imports = imports
    atexit = __modules.get('atexit')
    _image_exits = [] if atexit is None else atexit._callbacks[:]
    if atexit is not None:
        atexit._clear()
