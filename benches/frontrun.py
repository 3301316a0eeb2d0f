#!/usr/bin/env python3
"""Measures the machine against frontrun, which explores the threads of a real CPython, on twelve programs.

frontrun comes from PyPI and needs a CPython that it has wheels for (3.10 to 3.14):

    python3 -m venv VENV && VENV/bin/pip install frontrun
    python3 benches/frontrun.py --frontrun VENV/bin/frontrun [--interloop PATH] [--rounds 2] [--seconds 60] [NAME ...]

The programs are in `tests/explore` and `benches/frontrun`, and as frontrun wants them in
`benches/frontrun/programs.py`. Each is run to its end in turns, and the best of the rounds counts: by frontrun without a
bound on preemptions; by the search (`interloop explore --jobs 1`), which has the full answer; and by the second engine
(`--traces`), which runs one execution for each Mazurkiewicz trace, as frontrun means to. The setting is 3.14t, whose
steps are single accesses, as frontrun's are. `larger` is the second engine's rate at a larger size.

A verdict is `holds` if each end is one of those named as good here. Where the two differ, or have met different ends,
that is shown with what brute force says: the search without any reduction.
"""

import argparse
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
EXPLORE = HERE.parent / "tests" / "explore"
OWN = HERE / "frontrun"
PYTHON = "3.14t"

# Name, folder in tests/explore or none, size (the constant N; 0 where there is none), a larger size for the second engine
# alone, and the ends that are good.
PROGRAMS = [
    ("inc", "counts", 4, 5, ["x 4"]),
    ("readers", "counts", 8, 10, ["x 42"]),
    ("lock_inc", "counts", 4, 6, ["x 4"]),
    ("last_zero", "counts", 3, 8, ["a [0, 1, 2, 3]"]),
    ("philosophers_naive", "counts", 4, 7, ["all have eaten"]),
    ("philosophers_ordered", "counts", 4, 7, ["all have eaten"]),
    ("abba", "counts", 0, 0, ["done"]),
    ("store_buffering", "counts", 0, 0, ["r1=0 r2=1", "r1=1 r2=0", "r1=1 r2=1"]),
    ("message_passing", "counts", 0, 0, ["r1=0 r2=0", "r1=0 r2=1", "r1=1 r2=1"]),
    ("reorder", "counts", 3, 4, ["ok"]),
    ("notify_before_wait", "bugs", 0, 0, ["served"]),
    ("double_checked", "", 0, 0, ["1 10 10", "1 11 11"]),
]


def timed(command, limit):
    """Runs a command; its standard output, and how long it took."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=limit)
    wall = time.perf_counter() - start
    if not done.stdout.strip():
        sys.exit(f"{' '.join(map(str, command))} said nothing:\n{done.stderr}")
    return done.stdout, wall


def program_of(name, folder, size, into):
    """A program with its constant N changed, as a file."""
    text = ((EXPLORE / folder if folder else OWN) / f"{name}.py").read_text()
    if size:
        text, found = re.subn(r"^N = \d+$", f"N = {size}", text, flags=re.MULTILINE)
        if found != 1:
            sys.exit(f"{name} has no constant N")
    file = pathlib.Path(into) / f"{name}_{size}.py"
    file.write_text(text)
    return file


def label(end):
    """An end of the search as frontrun's side words it."""
    return end["stdout"].strip() if end["kind"] == "exit" else end["kind"]


class Machine:
    """Our side."""

    def __init__(self, binary):
        self.binary = binary

    def explore(self, file, *flags):
        command = [self.binary, "explore", str(file), "--python", PYTHON, "--jobs", "1", "--json", *flags]
        text, wall = timed(command, None)
        return json.loads(text), wall

    def search(self, file, good):
        report, wall = self.explore(file)
        ends = sorted({label(end) for end in report["outcomes"]})
        holds = all(end in good for end in ends) if report["complete"] else None
        return {"holds": holds, "ends": ends, "wall": wall, "seconds": report["seconds"],
                "search": report["search_seconds"]}

    def traces(self, file):
        report, _ = self.explore(file, "--traces", "--max-traces", "1000000")
        count = report["traces"][0]
        if not count["complete"] or not count["agrees"] or count["redundant"]:
            sys.exit(f"{file}: the second engine does not agree with the first: {count}")
        return {"executions": count["traces"], "seconds": count["seconds"]}


class Peer:
    """frontrun."""

    def __init__(self, command):
        self.command = command
        self.python = pathlib.Path(command).with_name("python")

    def explore(self, name, size, good, seconds):
        command = [self.command, self.python, OWN / "programs.py", name, str(size), str(seconds)]
        text, wall = timed([*command, json.dumps(good)], seconds + 60)
        return {**json.loads(text.strip().splitlines()[-1]), "wall": wall}

    def version(self):
        code = ("import importlib.metadata as packages, platform\n"
                "print(packages.version('frontrun'), platform.python_version())")
        return subprocess.run([self.python, "-c", code], stdout=subprocess.PIPE, text=True, check=True).stdout.split()


def said(holds):
    return {True: "holds", False: "fails", None: "unknown"}[holds]


def best(rounds, key):
    """The fastest of the rounds; what they say must be equal."""
    return min(rounds, key=lambda found: found[key])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("programs", nargs="*", help="names; all when absent")
    parser.add_argument("--frontrun", required=True, help="frontrun's command, with its Python beside it")
    parser.add_argument("--interloop", default="target/release/interloop", help="a binary that is built already")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=60, help="how long one search of frontrun may take")
    options = parser.parse_args()
    machine, peer = Machine(options.interloop), Peer(options.frontrun)
    version, python = peer.version()
    print(f"frontrun {version} on CPython {python}; {platform.machine()}, {os.cpu_count()} cores, "
          f"load {os.getloadavg()[0]:.1f} at the start; best of {options.rounds}")
    print(f"\n{'':<24}|{'verdict':^16}|{'executions':^16}|{'executions a second':^31}")
    print(f"{'program':<24}|{'peer':>8}{'ours':>8}|{'peer':>8}{'ours':>8}|{'peer':>7}{'ours':>8}{'ratio':>8}{'larger':>8}")
    notes, rows, times = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for name, where, size, larger, good in PROGRAMS:
            if options.programs and name not in options.programs:
                continue
            file = program_of(name, where, size, folder)
            theirs, searched, counted = [], [], []
            for _ in range(options.rounds):
                theirs.append(peer.explore(name, size, good, options.seconds))
                searched.append(machine.search(file, good))
                counted.append(machine.traces(file))
            they, we, runs = best(theirs, "seconds"), best(searched, "seconds"), best(counted, "seconds")
            rate, their_rate = runs["executions"] / runs["seconds"], they["executions"] / they["seconds"]
            faster = ""
            if larger:
                many = machine.traces(program_of(name, where, larger, folder))
                faster = f"{many['executions'] / many['seconds']:,.0f}"
            title = f"{name}({size})" if size else name
            print(f"{title:<24}|{said(they['holds']):>8}{said(we['holds']):>8}|{they['executions']:>8,}"
                  f"{runs['executions']:>8,}|{their_rate:>7,.0f}{rate:>8,.0f}{rate / their_rate:>8,.1f}{faster:>8}", flush=True)
            times.append((title, theirs, searched, counted))
            # Waiting for a time-out says nothing about a rate.
            if they["holds"] is not None:
                rows.append((they["executions"], they["seconds"], runs["executions"], runs["seconds"]))
            notes += compared(title, they, we, machine, file)
    if rows:
        their_runs, their_seconds, our_runs, our_seconds = (sum(column) for column in zip(*rows))
        print(f"all that frontrun answers together: {their_runs / their_seconds:,.0f} executions a second, and {our_runs / our_seconds:,.0f}: "
              f"{our_runs / our_seconds / (their_runs / their_seconds):.1f} times as many")
    told_times(times)
    print("\n" + "\n".join(notes or ["Verdicts and ends are equal in all of them."]))


def told_times(times):
    """Seconds to the full answer, of processes and without their start-up."""
    print(f"\n{'seconds to the':<24}|{'frontrun':^18}|{'search with report':^34}|{'search':^16}|{'traces':^16}")
    print(f"{'full answer':<24}|{'process':>9}{'alone':>9}|{'process':>9}{'ratio':>8}{'alone':>9}{'ratio':>8}|"
          f"{'alone':>8}{'ratio':>8}|{'alone':>8}{'ratio':>8}")
    for title, theirs, searched, counted in times:
        def least(rounds, key):
            return min(found[key] for found in rounds)

        process, alone = least(theirs, "wall"), least(theirs, "seconds")
        own, ours = least(searched, "wall"), least(searched, "seconds")
        search, traces = least(searched, "search"), least(counted, "seconds")
        print(f"{title:<24}|{process:>9.3f}{alone:>9.3f}|{own:>9.3f}{process / own:>8.1f}{ours:>9.4f}{alone / ours:>8.1f}|"
              f"{search:>8.4f}{alone / search:>8.1f}|{traces:>8.4f}{alone / traces:>8.1f}")


def compared(title, they, we, machine, file):
    """Sentences about what differs."""
    notes = []
    # frontrun calls its function on the last state only where all workers have ended.
    ours = [end for end in we["ends"] if end != "deadlock"]
    if they["holds"] != we["holds"] or (they["holds"] is not None and they["ends"] != ours):
        force, _ = machine.explore(file, "--no-reduction", "all")
        ends = sorted({label(end) for end in force["outcomes"]})
        notes.append(f"{title}: frontrun says {said(they['holds'])} with the ends {they['ends']}; here it {said(we['holds'])} "
                     f"with {we['ends']}; brute force finds {ends} in {force['states']:,} states.")
        if they["why"]:
            notes.append(f"    frontrun's words: {they['why']}")
    return notes


if __name__ == "__main__":
    main()
