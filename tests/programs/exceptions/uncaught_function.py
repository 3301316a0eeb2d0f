"""An uncaught exception at top level: the traceback through functions, exit code 1."""


def average(values):
    return sum(values) / len(values)


def report(groups):
    lines = []
    for name, values in groups.items():
        lines.append(f"{name}: {average(values):.1f}")
    return lines


print("before")
print(report({"a": [1, 2, 3], "b": [4]}))
print(report({"a": [1, 2, 3], "empty": []}))
print("never printed")
