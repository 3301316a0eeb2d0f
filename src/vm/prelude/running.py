# Hidden Python: compile, eval and exec (Python/bltinmodule.c).


def _check_names(name, globals, locals):
    if globals is not None and not isinstance(globals, dict):
        if name == 'exec':
            raise TypeError(f'exec() globals must be a dict, not {type(globals).__name__}')
        if _lookup(type(globals), '__getitem__') is not None:
            raise TypeError('globals must be a real dict; try eval(code, {}, mapping)')
        raise TypeError('globals must be a dict')
    if locals is not None and _lookup(type(locals), '__getitem__') is None:
        if name == 'exec':
            raise TypeError(f'locals must be a mapping or None, not {type(locals).__name__}')
        raise TypeError('locals must be a mapping')


def _source_text(source, what):
    """The text of what is compiled: bytes say their encoding by a mark or in their first two lines (PEP 263)."""
    if not isinstance(source, str):
        if not _is_buffer(source):
            raise TypeError(f'{what} must be a string, bytes or code object')
        source = bytes(_buffer(source))
        encoding = 'utf-8'
        if source[:3] == b'\xef\xbb\xbf':
            source = source[3:]
        else:
            for line in source.split(b'\n', 2)[:2]:
                before, mark, after = line.partition(b'coding')
                if mark and before.lstrip()[:1] == b'#' and after[:1] in (b':', b'='):
                    encoding = after[1:].split()[0].decode('latin-1') if after[1:].split() else encoding
        try:
            source = source.decode(encoding)
        except LookupError:
            raise SyntaxError(f'unknown encoding: {encoding}') from None
        except UnicodeDecodeError as problem:
            raise SyntaxError(f'(unicode error) {problem}') from None
    if '\0' in source:
        raise SyntaxError('source code string cannot contain null bytes')
    return source


def eval(source, /, globals=None, locals=None):
    _check_names('eval', globals, locals)
    if globals is None:
        globals = _caller_globals()
        if locals is None:
            locals = _caller_locals()
    if locals is None:
        locals = globals
    if type(source) is code:
        if source.co_freevars:
            raise TypeError('code object passed to eval() may not contain free variables')
    else:
        source = compile(_source_text(source, 'eval() arg 1').lstrip(' \t'), '<string>', 'eval')
    _add_builtins(globals)
    return _exec(source, globals, locals)


def exec(source, /, globals=None, locals=None, *, closure=None):
    _check_names('exec', globals, locals)
    if globals is None:
        globals = _caller_globals()
        if locals is None:
            locals = _caller_locals()
    if locals is None:
        locals = globals
    if type(source) is code:
        free = len(source.co_freevars)
        if not free:
            if closure is not None:
                raise TypeError('cannot use a closure with this code object')
        elif type(closure) is not tuple or len(closure) != free or any([type(one) is not cell for one in closure]):
            raise TypeError(f'code object requires a closure of exactly length {free}')
    else:
        if closure is not None:
            raise TypeError('closure can only be used when source is a code object')
        source = compile(_source_text(source, 'exec() arg 1'), '<string>', 'exec')
    _add_builtins(globals)
    _exec(source, globals, locals, closure)


def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1):
    if type(source) is not code:
        source = _source_text(source, 'compile() arg 1')
    filename = filename if isinstance(filename, str) else _path_text(filename)
    made = _compile(source, filename, mode)
    if isinstance(source, str):
        for line, message in _syntax_warnings(source):
            _warn_syntax(message, filename, line)
    return made


def _path_text(path):
    if isinstance(path, (bytes, bytearray)):
        return bytes(path).decode()
    method = _lookup(type(path), '__fspath__')
    if method is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    return _bind(method, path)()


def breakpoint(*args, **kws):
    hook = __modules['sys'].__dict__.get('breakpointhook')
    if hook is None:
        raise RuntimeError('lost sys.breakpointhook')
    return hook(*args, **kws)


def _warn_syntax(message, filename, line):
    warnings = __modules.get('warnings')
    if warnings is None:
        _write_stderr(f'{filename}:{line}: SyntaxWarning: {message}\n')
        return
    try:
        warnings.warn_explicit(message, SyntaxWarning, filename, line)
    except SyntaxWarning:
        raise SyntaxError(message, (filename, line, None, None, line, None)) from None
