"""Tries the programs of this corpus under random schedules and says where a header and the runs disagree.

    python3 try.py PATH/TO/interloop [--seeds N] [FILES]

A program whose header says `counterexample` must fail in each listed kind under each listed interpreter, and a
`proved` one must never fail and print the same lines, in any order. Random schedules miss rare failures: a kind that
was not met is a reason to try more seeds, while a failure of a `proved` program is a mistake in it or in the machine.
Runs one process at a time, and every run is short. `counts` and `promela` only have to run.
"""

import argparse
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHONS = ["3.14", "3.9", "3.14t"]
SECONDS = 60


def header(file):
    """The `key: value` lines of the comments at the top."""
    fields = {}
    for line in file.read_text().splitlines():
        if not line.startswith("#"):
            break
        if found := re.match(r"# ([a-z ]+): (.*)", line):
            fields[found[1]] = found[2].strip()
    return fields


def listed(fields, key):
    return [word.strip() for word in fields.get(key, "").split(",") if word.strip()]


def one_run(binary, file, python, seed):
    """How one run ended, and the lines that it printed, sorted."""
    command = [binary, "run", file.name, "--python", python, "--seed", str(seed)]
    try:
        done = subprocess.run(command, cwd=file.parent, capture_output=True, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return "no end", ()
    lines = tuple(sorted(done.stdout.splitlines()))
    if done.returncode == 3:
        return ("deadlock" if "deadlock" in done.stderr else done.stderr.strip()), lines
    raised = re.findall(r"^([\w.]+)(?::|$)", done.stderr, re.MULTILINE)
    if done.stderr:
        return "exception " + (raised[0].split(".")[-1] if raised else "?"), lines
    return "ok", lines


def failures(binary, file, python, seeds):
    """How often each kind of failure was met, and what the runs without one printed."""
    kinds, printed = Counter(), Counter()
    for seed in range(1, seeds + 1):
        kind, lines = one_run(binary, file, python, seed)
        if kind == "ok":
            printed[lines] += 1
        else:
            kinds[kind] += 1
    if len(printed) > 1:
        kinds["output"] = sum(printed.values()) - max(printed.values())
    return kinds, set(printed)


def complaints(binary, file, seeds):
    fields = header(file)
    verdict = fields.get("verdict")
    printed_anywhere = set()
    for python in PYTHONS:
        kinds, printed = failures(binary, file, python, seeds)
        printed_anywhere |= printed
        print(f"  {python}: {seeds - sum(kinds.values())} right", *(f"{n} {kind}" for kind, n in kinds.items()), sep=", ")
        if verdict == "proved" and kinds:
            yield f"fails under {python}: {', '.join(kinds)}"
        if verdict == "counterexample" and python in listed(fields, "python"):
            missed = [kind for kind in listed(fields, "kinds") if kind not in kinds]
            if missed:
                yield f"not met under {python}: {', '.join(missed)}"
        if verdict == "counterexample" and python not in listed(fields, "python") and kinds:
            yield f"fails under {python}, which its header does not list: {', '.join(kinds)}"
    if verdict == "proved" and len(printed_anywhere) != 1:
        yield f"prints {len(printed_anywhere)} different texts"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", help="path of interloop")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seeds", type=int, default=100)
    options = parser.parse_intermixed_args()
    files = [file.resolve() for file in options.files] or sorted(HERE.glob("*/*.py"))
    binary = str(Path(options.binary).resolve())
    wrong = 0
    for file in files:
        print(file.relative_to(HERE) if file.is_relative_to(HERE) else file)
        for complaint in complaints(binary, file, options.seeds):
            wrong += 1
            print("  !", complaint)
    print(f"{len(files)} programs, {wrong} complaints")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
