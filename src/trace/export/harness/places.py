# ---- Where in the program a thread stands.

KINDS = {
    "LOAD_NAME": "load", "LOAD_GLOBAL": "load", "LOAD_DEREF": "load", "LOAD_FROM_DICT_OR_GLOBALS": "load",
    "LOAD_FROM_DICT_OR_DEREF": "load", "STORE_NAME": "store", "STORE_GLOBAL": "store", "STORE_DEREF": "store",
    "DELETE_NAME": "delete", "DELETE_GLOBAL": "delete", "DELETE_DEREF": "delete",
    "LOAD_ATTR": "attribute", "LOAD_SUPER_ATTR": "attribute", "STORE_ATTR": "set attribute",
    "DELETE_ATTR": "delete attribute", "BINARY_SLICE": "item", "BINARY_SUBSCR": "item", "STORE_SUBSCR": "set item",
    "STORE_SLICE": "set item", "DELETE_SUBSCR": "delete item", "BINARY_OP": "operator", "COMPARE_OP": "compare",
    "CONTAINS_OP": "contains", "POP_JUMP_IF_TRUE": "test", "POP_JUMP_IF_FALSE": "test", "FOR_ITER": "next",
    "UNPACK_SEQUENCE": "unpack", "UNPACK_EX": "unpack", "FORMAT_VALUE": "format", "FORMAT_SIMPLE": "format",
    "FORMAT_WITH_SPEC": "format", "BEFORE_WITH": "enter", "WITH_EXCEPT_START": "exit", "CALL": "call",
    "CALL_KW": "call", "CALL_FUNCTION_EX": "call", "RETURN_VALUE": "return", "RETURN_CONST": "return",
    "YIELD_VALUE": "yield",
}
# Of these a function has one place, named by its first line.
OF_FUNCTION = ("begin", "return", "yield")


def kind_of(rows, at):
    """The kind of event that an instruction is, as PLACES names it."""
    row = rows[at]
    if row.opname == "RESUME" and row.arg & 3 == 0:
        return "begin"
    if row.opname == "BINARY_OP" and row.argrepr == "[]":
        return "item"
    if row.opname == "CALL" and rows[at - 1].opname == "LOAD_SPECIAL":
        return "enter"
    if row.opname == "CALL" and row.arg in (2, 3) and at >= 3:
        before = rows[at - 3:at]
        if all(other.opname == "LOAD_CONST" and other.positions == row.positions for other in before):
            return "exit"
    return KINDS.get(row.opname)


def span_of(row, lines):
    """Line and column of an instruction's beginning and end, columns in characters."""
    line, end_line, column, end_column = row.positions
    if None in (line, end_line, column, end_column):
        return None

    def characters(line, column):
        return len(lines[line - 1].encode()[:column].decode("utf-8", "replace")) if line <= len(lines) else column

    return line, characters(line, column), end_line, characters(end_line, end_column)


def all_codes(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from all_codes(constant)


def find_places(code):
    """The number of each place of PLACES, by the id() of its code and the offset of its instruction."""
    lines = PROGRAM.splitlines()
    found = {}
    for inner in all_codes(code):
        rows = [row for row in dis.get_instructions(inner) if row.opname != "CACHE"]
        events = collections.defaultdict(lambda: collections.defaultdict(list))
        for at, row in enumerate(rows):
            kind, span = kind_of(rows, at), span_of(row, lines)
            if kind in OF_FUNCTION:
                span = (inner.co_firstlineno, 0, inner.co_firstlineno, 0)
            if kind is not None and span is not None:
                # A function's beginning is an event of its own, without an offset.
                events[kind, span[0]][span].append(kind if kind == "begin" else row.offset)
        for number, (kind, function, *span, rank, many) in enumerate(PLACES):
            spans = events.get((kind, span[0]), {})
            if function != inner.co_qualname or not spans:
                continue
            offsets = spans.get(tuple(span))
            if offsets is None:
                # Some versions give `for` and `with` the whole statement's position, or all items of a `with` the same.
                ranked = list(spans.values())
                offsets = ranked[0][rank::many] if len(ranked) < many else ranked[rank]
            found.update({(id(inner), offset): number for offset in offsets})
    for number in sorted({turn[1] for turn in TURNS if isinstance(turn[1], int)} - set(found.values())):
        kind, function, line, *_ = PLACES[number]
        finish({"kind": "diverged", "message": f"diverged before the start: the bytecode of this Python has no "
                f"'{kind}' in {function}, line {line}"}, 2)
    return found


def monitor(code):
    """Tells the conductor before each instruction of the program, and where a function begins."""
    tool, events = sys.monitoring.DEBUGGER_ID, sys.monitoring.events
    found = find_places(code)
    sys.monitoring.use_tool_id(tool, "interloop")
    sys.monitoring.register_callback(
        tool, events.INSTRUCTION, lambda code, offset: conductor.event(found.get((id(code), offset))))
    sys.monitoring.register_callback(
        tool, events.PY_START, lambda code, offset: conductor.event(found.get((id(code), "begin"))))
    for inner in all_codes(code):
        sys.monitoring.set_local_events(tool, inner, events.INSTRUCTION | events.PY_START)


def play():
    """Runs the program as the main module, under the conductor."""
    import atexit
    import linecache
    import threading
    import traceback
    faulthandler.dump_traceback_later(TIME_LIMIT_S - 2, exit=True)
    patch()
    conductor.numbers[real.get_ident()] = conductor.add()
    keep.append(sys.modules["__main__"])
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    module.__file__ = FILE
    sys.argv = [FILE, *ARGS]
    linecache.cache[FILE] = (len(PROGRAM), None, PROGRAM.splitlines(True), FILE)
    code = compile(PROGRAM, FILE, "exec", dont_inherit=True)
    monitor(code)
    status = 0
    try:
        exec(code, module.__dict__)
    except SystemExit as stop:
        status = stop.code
        if status is not None and not isinstance(status, int):
            print(status, file=sys.stderr)
            status = 1
    except BaseException as exception:
        note_death(exception)
        traceback.print_exception(exception.with_traceback(exception.__traceback__.tb_next))
        status = 1
    for callback in reversed(getattr(threading, "_threading_atexits", [])):
        callback()
    others = [thread for thread in keep[1:] if not thread.daemon]
    while not all(conductor.ended[conductor.objects[id(thread)]] for thread in others):
        if not conductor.block("the other threads to end"):
            for thread in others:
                real.join(thread)
            break
        others = [thread for thread in keep[1:] if not thread.daemon]
    atexit._run_exitfuncs()
    conductor.ends(0)
    deaths = sorted(conductor.deaths)
    finish({"kind": "exit", "exit_code": (status or 0) & 0xFF, "deaths": deaths}, 0)


if "INTERLOOP_REPORT" in os.environ and __name__ == "__main__":
    real, clock, conductor, keep = types.SimpleNamespace(), Clock(), Conductor(), []
    play()
elif __name__ == "__main__":
    try:
        check()
        print(f"expected was {EXPECT}, and so it is")
    except AssertionError as error:
        print(error)
        sys.exit(2 if isinstance(error, Diverged) else 1)
