"""Exception notes and exception groups: except*, split, nested groups, uncaught group."""
e = ValueError("base")
e.add_note("first note")
e.add_note("second note")
print(e.__notes__, str(e))
try:
    e.add_note(5)
except TypeError as problem:
    print(type(problem).__name__)
group = ExceptionGroup("several", [ValueError("v"), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError("w")])])
print(group, repr(group), len(group.exceptions), group.message)
match, rest = group.split(ValueError)
print(repr(match), repr(rest), group.subgroup(OSError))
try:
    raise group
except* ValueError as found:
    print("values", [str(x) for x in found.exceptions])
except* TypeError as found:
    print("types", repr(found))
except* KeyError as found:
    print("keys", repr(found))
try:
    raise KeyError("naked")
except* KeyError as found:
    print(repr(found))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* ValueError:
        print("one handled")
except ExceptionGroup as left:
    print("left", repr(left))
for args in (("m", []), ("m", [1]), (5, [ValueError()]), ("m", 5)):
    try:
        ExceptionGroup(*args)
    except (TypeError, ValueError) as problem:
        print(type(problem).__name__, problem)


def fail(v):
    raise ValueError(v)


problems = []
for v in range(2):
    try:
        fail(v)
    except ValueError as problem:
        problems.append(problem)
problems[1].add_note("a note inside")
raise ExceptionGroup("all of them", problems)
