# What exceptions need from Python: asking for their str(), raising classes, splitting groups, and the callers of
# finalizers, which let nothing out. After Objects/exceptions.c, Python/errors.c and Python/ceval.c of CPython 3.13.


def _safe_text(value, what, func):
    try:
        return func(value)
    except BaseException:
        return f"<{what} {func.__name__}() failed>"


def _note_texts(exc):
    try:
        notes = getattr(exc, "__notes__", None)
    except BaseException as problem:
        return [f"Ignored error getting __notes__: {_safe_text(problem, '__notes__', repr)}"]
    if notes is None:
        return []
    if isinstance(notes, (list, tuple)):
        return [_safe_text(note, "note", str) for note in notes]
    return [_safe_text(notes, "__notes__", repr)]


def _exception_words(exc):
    # (exception, text, notes) of all exceptions that a traceback may show.
    words = []
    seen = set()
    queue = [exc]
    while queue:
        exc = queue.pop()
        if exc is None or id(exc) in seen:
            continue
        seen.add(id(exc))
        words.append((exc, _safe_text(exc, "exception", str), _note_texts(exc)))
        queue.append(BaseException.__cause__.__get__(exc))
        queue.append(BaseException.__context__.__get__(exc))
        if isinstance(exc, BaseExceptionGroup):
            queue.extend(exc.exceptions)
    return words


def _format_exception_text(exc):
    return _format_exception(exc, _exception_words(exc))


def _print_error(text):
    file = _sys_attribute("stderr")
    if file is not None:
        file.write(text)


def _print_exception(exc):
    _print_error(_format_exception_text(exc))


def thread_excepthook(exc, name):
    _print_error(f"Exception in thread {name}:\n" + _format_exception_text(exc))


class _UnraisableHookArgs:
    def __init__(self, exc, err_msg, object):
        self.exc_type = type(exc)
        self.exc_value = exc
        self.exc_traceback = exc.__traceback__
        self.err_msg = err_msg
        self.object = object


def _unraisable(exc, object, err_msg="Exception ignored in"):
    hook = _sys_attribute("unraisablehook")
    if hook is not None and hook is not _sys_attribute("__unraisablehook__"):
        try:
            hook(_UnraisableHookArgs(exc, None, object))
            return
        except BaseException as problem:
            exc, object, err_msg = problem, hook, "Exception ignored in sys.unraisablehook"
    try:
        shown = repr(object)
    except BaseException:
        shown = "<object repr() failed>"
    text = _safe_text(exc, "exception", str)
    try:
        _print_error(f"{err_msg}: {shown}\n" + _format_unraisable(exc, text))
    except BaseException:
        pass


def _finalize(object):
    function = None
    try:
        function = type(object).__del__
        function(object)
    except BaseException as exc:
        _unraisable(exc, function)


def _weak_callback(callback, ref):
    try:
        callback(ref)
    except BaseException as exc:
        _unraisable(exc, callback)


def _close_generator(generator):
    try:
        generator__close(generator)
    except BaseException as exc:
        _unraisable(exc, generator)


_warned_of = set()


def _never_awaited(coroutine):
    try:
        if 'warnings' in __modules or _gen_extra(coroutine) is not None:
            _load('warnings')._warn_unawaited_coroutine(coroutine)
        else:
            _warn_runtime(f"coroutine '{coroutine.__qualname__}' was never awaited")
    except BaseException as exc:
        _unraisable(exc, coroutine)


def _warn_runtime(text):
    warnings = __modules.get('warnings')
    if warnings is not None:
        warnings.warn(text, RuntimeWarning, 1)
        return
    file, line, source = _user_position()
    place = (file, line, text)
    if place in _warned_of:
        return
    _warned_of.add(place)
    out = f"{file}:{line}: RuntimeWarning: {text}\n"
    if source:
        out += f"  {source}\n"
    try:
        _print_error(out + "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n")
    except BaseException:
        pass


def _is_exception_class(value):
    return isinstance(value, type) and issubclass(value, BaseException)


def _raise(exc, cause):
    if _is_exception_class(exc):
        value = exc()
        if not isinstance(value, BaseException):
            raise TypeError(
                f"calling {exc!r} should have returned an instance of BaseException, not {type(value)!r}"
            )
    elif isinstance(exc, BaseException):
        value = exc
    else:
        raise TypeError("exceptions must derive from BaseException")
    if cause is not ...:
        if _is_exception_class(cause):
            kind, cause = cause, cause()
            if not isinstance(cause, BaseException):
                raise TypeError(
                    f"calling {kind!r} should have returned an instance of BaseException, not {type(cause)!r}"
                )
        elif cause is not None and not isinstance(cause, BaseException):
            raise TypeError("exception causes must derive from BaseException")
        value.__cause__ = cause
    raise value


def BaseException____str__(self):
    args = self.args
    if not args:
        return ""
    return str(args[0]) if len(args) == 1 else str(args)


def BaseException____repr__(self):
    args = self.args
    name = type(self).__name__
    return f"{name}({args[0]!r})" if len(args) == 1 else f"{name}{args!r}"


def KeyError____str__(self):
    args = self.args
    return repr(args[0]) if len(args) == 1 else BaseException____str__(self)


def ImportError____str__(self):
    return str(self.msg) if isinstance(self.msg, str) else BaseException____str__(self)


def OSError____str__(self):
    if self.filename is not None:
        shown = f"[Errno {self.errno}] {self.strerror}: {self.filename!r}"
        return shown if self.filename2 is None else f"{shown} -> {self.filename2!r}"
    if self.errno is not None and self.strerror is not None:
        return f"[Errno {self.errno}] {self.strerror}"
    return BaseException____str__(self)


def SyntaxError____str__(self):
    message = str(self.msg)
    file = self.filename.rpartition("/")[2] if isinstance(self.filename, str) else None
    line = self.lineno if type(self.lineno) is int else None
    if file is not None and line is not None:
        return f"{message} ({file}, line {line})"
    if file is not None:
        return f"{message} ({file})"
    return message if line is None else f"{message} (line {line})"


def SyntaxError____init__(self, *args):
    # Reached when the details are no tuple or list.
    message, details = args
    SyntaxError.__init__(self, message, tuple(details))


def BaseExceptionGroup____new__(cls, message, exceptions):
    # Reached when the exceptions are a sequence written in Python.
    if not hasattr(type(exceptions), "__getitem__") or isinstance(exceptions, (dict, set)):
        raise TypeError("second argument (exceptions) must be a sequence")
    return BaseExceptionGroup.__new__(cls, message, list(exceptions))


def BaseExceptionGroup____str__(self):
    count = len(self.exceptions)
    return f"{self.message} ({count} sub-exception{'' if count == 1 else 's'})"


def _group_subset(group, exceptions):
    if not exceptions:
        return None
    subset = group.derive(exceptions)
    if not isinstance(subset, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    subset.__traceback__ = group.__traceback__
    subset.__context__ = group.__context__
    subset.__cause__ = group.__cause__
    notes = getattr(group, "__notes__", None)
    if isinstance(notes, (list, tuple)):
        subset.__notes__ = list(notes)
    return subset


def _group_split(group, matches):
    if matches(group):
        return group, None
    match, rest = [], []
    for exc in group.exceptions:
        if isinstance(exc, BaseExceptionGroup):
            inner_match, inner_rest = _group_split(exc, matches)
            if inner_match is not None:
                match.append(inner_match)
            if inner_rest is not None:
                rest.append(inner_rest)
        elif matches(exc):
            match.append(exc)
        else:
            rest.append(exc)
    return _group_subset(group, match), _group_subset(group, rest)


def _group_matcher(condition):
    if _is_exception_class(condition) or (
        isinstance(condition, tuple) and all(_is_exception_class(c) for c in condition)
    ):
        return lambda exc: isinstance(exc, condition)
    if callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError("expected an exception type, a tuple of exception types, or a callable (other than a class)")


def BaseExceptionGroup__split(self, matcher_value, /):
    return _group_split(self, _group_matcher(matcher_value))


def BaseExceptionGroup__subgroup(self, matcher_value, /):
    return _group_split(self, _group_matcher(matcher_value))[0]


def BaseExceptionGroup__derive(self, excs, /):
    return BaseExceptionGroup(self.message, excs)


def BaseExceptionGroup____class_getitem__(cls, item, /):
    return _generic_alias(cls, item)


def _check_eg_match(exc, wanted):
    # [match or None, rest or None]; the match becomes the exception being handled.
    for one in wanted if isinstance(wanted, tuple) else (wanted,):
        if not _is_exception_class(one):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(one, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if exc is None:
        return [None, None]
    if isinstance(exc, wanted):
        match, rest = exc, None
        if not isinstance(exc, BaseExceptionGroup):
            match = BaseExceptionGroup("", (exc,))
    elif isinstance(exc, BaseExceptionGroup):
        pair = exc.split(wanted)
        if not isinstance(pair, tuple):
            raise TypeError(f"{type(exc).__name__}.split must return a tuple, not {type(pair).__name__}")
        if len(pair) < 2:
            raise TypeError(f"{type(exc).__name__}.split must return a 2-tuple, got tuple of size {len(pair)}")
        match, rest = pair[0], pair[1]
    else:
        match, rest = None, exc
    if match is not None:
        _set_handled(match)
    return [match, rest]


def _same_metadata(exc, other):
    if not isinstance(exc, BaseExceptionGroup):
        return False
    return (
        getattr(exc, "__notes__", None) is getattr(other, "__notes__", None)
        and exc.__traceback__ is other.__traceback__
        and exc.__cause__ is other.__cause__
        and exc.__context__ is other.__context__
    )


def _leaves(exc, found):
    if isinstance(exc, BaseExceptionGroup):
        for inner in exc.exceptions:
            _leaves(inner, found)
    else:
        found.add(id(exc))


def _prepare_reraise_star(original, raised_ones):
    if not raised_ones:
        return None
    if not isinstance(original, BaseExceptionGroup):
        # A naked exception was wrapped: only one clause can have run.
        return raised_ones[0]
    raised, kept = [], set()
    for exc in raised_ones:
        if exc is None:
            continue
        if _same_metadata(exc, original):
            _leaves(exc, kept)
        else:
            raised.append(exc)
    reraised = None
    if kept:
        reraised = _group_split(
            original, lambda exc: not isinstance(exc, BaseExceptionGroup) and id(exc) in kept
        )[0]
    if not raised:
        return reraised
    if reraised is not None:
        raised.append(reraised)
    return BaseExceptionGroup("", raised) if len(raised) > 1 else raised[0]


def _intrinsic2(which, first, second):
    if which == 1:
        return _prepare_reraise_star(first, second)
    if which == 4:
        first.__type_params__ = second
        return first
    return _type_parameter(which, first, second)


def _function_annotations(function):
    result = function.__annotate__(1)
    if not isinstance(result, dict):
        raise TypeError(f"__annotate__ returned non-dict of type '{type(result).__name__}'")
    function.__annotations__ = result
    return result
