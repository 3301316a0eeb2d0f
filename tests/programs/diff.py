"""Run the machine on the corpus and compare with the goldens.

    python3 diff.py PATH/TO/interloop [WORD...]       those whose path contains one of the words; all without words
    python3 diff.py PATH/TO/interloop --diff WORD     with the whole difference of each
    python3 diff.py PATH/TO/interloop --failed        only those that failed the last time
    python3 diff.py PATH/TO/interloop --reasons       at the end, how often each unexpected last line of stderr came

Options after the binary that it does not know (--seed=5, --python=3.9) are handed to `interloop run`.
"""
import collections
import concurrent.futures
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import record

LAST = pathlib.Path(tempfile.gettempdir()) / "interloop-corpus-failed.txt"


def first_difference(golden: str, got: str) -> str:
    """Where two texts part, in one or two lines."""
    a, b = golden.splitlines(), got.splitlines()
    for number, (x, y) in enumerate(zip(a + ["(end)"], b + ["(end)"]), 1):
        if x != y:
            return f"line {number} of the golden\n      want {x[:160]}\n      got  {y[:160]}"
    return "only the end of the last line differs"


def reason(golden: str, got: str) -> str:
    """The line of stderr that says most about why a program failed: a panic's place, or the last line."""
    lines = got.split("--- stderr\n")[-1].splitlines()
    panics = [" ".join(pair)[pair[0].index("panicked"):] for pair in zip(lines, lines[1:]) if "panicked at" in pair[0]]
    last = [line for line in lines if line and line not in golden]
    return (panics or last[-1:] or ["other output"])[0][:160]


def compare(command: list[str], program: pathlib.Path) -> tuple[str, str, str, float]:
    """How a program went: "pass" or why not, then the golden, what came instead, and the seconds it took."""
    golden = program.with_suffix(".out").read_text(encoding="utf-8")
    start = time.monotonic()
    try:
        code, out, err = record.run(command, program)
    except subprocess.TimeoutExpired:
        return "time", golden, "", time.monotonic() - start
    except UnicodeDecodeError as problem:
        return "text", golden, str(problem), time.monotonic() - start
    took = time.monotonic() - start
    want = record.read(golden)
    got = record.layout("3.13.0", code, out, err)
    if (code, out, err) == want:
        return "pass", golden, got, took
    if code < 0 or code == 101:
        return "crash", golden, got, took
    parts = [name for name, x, y in zip(("code", "stdout", "stderr"), (code, out, err), want) if x != y]
    return "+".join(parts), golden, got, took


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 2
    binary = os.path.abspath(arguments[0])
    words = [a for a in arguments[1:] if not a.startswith("--")]
    own = {"--diff", "--failed", "--reasons"}
    handed = [a for a in arguments[1:] if a.startswith("--") and a not in own]
    command = [binary, "run", *handed]
    chosen = [p for p in record.programs() if p.with_suffix(".out").exists()]
    if words:
        chosen = [p for p in chosen if any(word in str(p) for word in words)]
    if "--failed" in arguments and LAST.exists():
        last = set(LAST.read_text().split("\n"))
        chosen = [p for p in chosen if str(p) in last]
    folders: dict[str, list[int]] = {}
    failed = []
    reasons: collections.Counter[str] = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for program, (how, golden, got, took) in zip(chosen, pool.map(lambda p: compare(command, p), chosen)):
            row = folders.setdefault(program.parent.name, [0, 0])
            row[1] += 1
            if how == "pass":
                row[0] += 1
                continue
            failed.append(str(program))
            why = how if how == "time" else reason(golden, got)
            reasons[why] += 1
            print(f"{how:16} {program.parent.name}/{program.name}  {took:.2f} s")
            if "--diff" in arguments:
                print("".join(difflib.unified_diff(golden.splitlines(True), got.splitlines(True), "golden", "got")))
            elif how == "crash":
                print("    " + why)
            else:
                print("    " + first_difference(golden, got))
    if not words and "--failed" not in arguments:
        LAST.write_text("\n".join(failed))
    if "--reasons" in arguments:
        print()
        for why, times in reasons.most_common(40):
            print(f"{times:4} {why}")
    print()
    for folder, (passed, ran) in folders.items():
        print(f"{folder:14} {passed:4} of {ran:4}")
    print(f"{'all':14} {len(chosen) - len(failed):4} of {len(chosen):4}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
