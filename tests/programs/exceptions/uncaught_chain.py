"""Uncaught exceptions chained by context and by raise … from …, with notes."""


class ConfigError(Exception):
    pass


def lookup(table, key):
    return table[key]


def load(key):
    try:
        return int(lookup({"port": "80x", "host": "h"}, key))
    except ValueError as problem:
        raise ConfigError(f"bad {key}") from problem
    except KeyError:
        raise ConfigError("missing " + key)


def main():
    try:
        load("user")
    except ConfigError as problem:
        print(repr(problem), repr(problem.__context__), problem.__cause__, problem.__suppress_context__)
    try:
        load("port")
    except ConfigError as problem:
        print(repr(problem), repr(problem.__cause__), problem.__suppress_context__)
        problem.add_note("while starting")
        problem.add_note("second\nnote")
        try:
            load("zzz")
        finally:
            print("cleaning up")


main()
