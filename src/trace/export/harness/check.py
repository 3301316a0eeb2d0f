
# What follows is the same in every exported test. Only Python's standard library is used.

import collections
import dis
import faulthandler
import json
import os
import subprocess
import sys
import tempfile
import types

# "success": the test asserts what a correct program would do. "failure": it asserts that the prediction comes true.
EXPECT = os.environ.get("INTERLOOP_EXPECT", "success")
TIME_LIMIT_S = 20
# A deadlock is believed when nobody has moved for so long, with real locks and nothing held back.
STILL_S = 0.5

BEGUN, BLOCKS, ENDS = "begins", "blocks", "ends"


class Diverged(AssertionError):
    """The run on this Python could not be kept on the schedule, so it says nothing about the prediction."""


# ---- The test's own process: it starts the program in another one and judges what that reports.


def observe():
    """Runs the program under its schedule; returns what happened."""
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "report.json")
        settings = {"INTERLOOP_REPORT": report, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
        command = [sys.executable, os.path.abspath(__file__)]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.PIPE}
        child = subprocess.Popen(command, env={**os.environ, **settings}, **streams, cwd=folder)
        try:
            out, err = child.communicate(STDIN.encode(), timeout=TIME_LIMIT_S)
        except subprocess.TimeoutExpired:
            child.kill()
            out, err = child.communicate()
        seen = {"kind": "unknown", "message": f"no result within {TIME_LIMIT_S} s"}
        if os.path.exists(report):
            with open(report, encoding="utf-8") as file:
                seen = json.load(file)
        seen["stdout"] = out.decode("utf-8", "replace").replace("\r\n", "\n")
        seen["stderr"] = err.decode("utf-8", "replace").replace("\r\n", "\n")
        return seen


def comes_true(seen):
    """True if what was predicted has happened."""
    if seen["kind"] != PREDICTED["kind"] or seen["stdout"] != PREDICTED["stdout"]:
        return False
    if seen["kind"] == "deadlock":
        return seen["blocked"] == PREDICTED["blocked"]
    kinds = [[thread, exception.split(":")[0]] for thread, exception in seen["deaths"]]
    expected = [[thread, exception.split(":")[0]] for thread, exception in PREDICTED["deaths"]]
    return seen["exit_code"] == PREDICTED["exit_code"] and kinds == expected


def faults(seen):
    """What a correct program would not have done, in words."""
    found = []
    if seen["kind"] == "deadlock":
        found.append("a deadlock: no thread can go on\n" + "\n".join(seen["stacks"]))
    for thread, exception in seen.get("deaths", []):
        found.append(f"{THREADS[thread]} died of {exception}")
    if seen["kind"] == "exit" and CORRECT is not None:
        if seen["exit_code"] != CORRECT["exit_code"]:
            found.append(f"exit code {seen['exit_code']} instead of {CORRECT['exit_code']}")
        if sorted(seen["stdout"].splitlines()) != sorted(CORRECT["stdout"].splitlines()):
            found.append(f"it printed\n{indented(seen['stdout'])}\nwhere CPython's default schedule prints\n"
                         f"{indented(CORRECT['stdout'])}")
    return found


def indented(text):
    return "\n".join("    " + line for line in text.splitlines()) or "    (nothing)"


def check():
    """Raises an AssertionError if the run is not what EXPECT says, Diverged if the schedule could not be forced."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < (3, 12):
        raise Diverged(f"CPython 3.12 or later is needed to force a schedule, not {version}")
    seen = observe()
    if seen["kind"] not in ("exit", "deadlock"):
        raise Diverged(f"{seen['message']}\n{seen['stderr']}".rstrip())
    true, wrong = comes_true(seen), faults(seen)
    if EXPECT == "failure":
        assert true, (f"the prediction did not come true on CPython {version}\npredicted: {PREDICTED}\nseen: {seen}")
    elif wrong:
        head = f"{'as predicted' if true else 'not as predicted'}, on CPython {version}"
        raise AssertionError("\n".join([f"{head}: {fault}" for fault in wrong] + ["the end of the predicted run:"] + PREDICTED["words"]))
