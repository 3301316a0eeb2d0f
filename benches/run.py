#!/usr/bin/env python3
"""Measures the machine against the CPython that runs this script, program by program.

Each program runs twice under both, with few and with many iterations; the difference of the two times is the time of
the loop without start-up. It is processor time, CPython and Interloop take turns, and the best of the rounds counts:
so a busy neighbour disturbs little, and both alike.

    python3 benches/run.py [--rounds 5] [--seconds 1.0] [--interloop PATH] [PROGRAM ...]
"""

import argparse
import json
import math
import os
import pathlib
import platform
import resource
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
FEW = 1


def built_binary():
    """Builds the command line in release mode and returns its path, as cargo tells it."""
    command = ["cargo", "build", "--release", "--locked", "--bin", "interloop", "--message-format=json-render-diagnostics"]
    output = subprocess.run(command, cwd=HERE.parent, check=True, stdout=subprocess.PIPE, text=True).stdout
    for line in output.splitlines():
        message = json.loads(line)
        if message.get("executable"):
            path = message["executable"]
    return path


def seconds(command, count):
    """The processor time of one run, and what it printed."""
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([*command, str(count)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} {count} failed:\n{done.stderr}")
    return end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime, done.stdout


def iterations_for(command, wanted):
    """How many iterations take about the wanted time."""
    count = 1000
    while True:
        taken = seconds(command, count)[0] - seconds(command, FEW)[0]
        if taken >= wanted / 4:
            return max(1000, int(count * wanted / taken))
        count *= 4


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("programs", nargs="*", help="names in benches/programs; all when absent")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.0, help="how long one run under the slower of the two may take")
    parser.add_argument("--interloop", default=None, help="a binary that is built already")
    options = parser.parse_args()
    binary = options.interloop or built_binary()
    names = options.programs or sorted(path.stem for path in (HERE / "programs").glob("*.py"))
    print(f"CPython {platform.python_version()} and Interloop, best of {options.rounds}, {os.cpu_count()} cores")
    print(f"{'program':<16}{'iterations':>12}{'CPython':>12}{'Interloop':>12}{'ratio':>8}")
    ratios = {}
    for name in names:
        program = HERE / "programs" / f"{name}.py"
        commands = {"cpython": [sys.executable, str(program)], "interloop": [binary, "run", str(program), "--"]}
        count = iterations_for(commands["interloop"], options.seconds)
        # The least of each by itself: a difference of two noisy times can come out as anything.
        least = {}
        for _ in range(options.rounds):
            printed = set()
            for who, command in commands.items():
                few = seconds(command, FEW)[0]
                many, text = seconds(command, count)
                printed.add(text)
                before = least.get(who, (few, many))
                least[who] = (min(few, before[0]), min(many, before[1]))
            if len(printed) != 1:
                sys.exit(f"{name}: the two do not print the same: {printed}")
        best = {who: many - few for who, (few, many) in least.items()}
        ratios[name] = best["interloop"] / best["cpython"]
        print(
            f"{name:<16}{count:>12,}{best['cpython'] * 1e3:>9.1f} ms{best['interloop'] * 1e3:>9.1f} ms{ratios[name]:>8.2f}",
            flush=True,
        )
    mean = math.exp(sum(map(math.log, ratios.values())) / len(ratios))
    worst = max(ratios, key=ratios.get)
    print(f"geometric mean {mean:.2f}, worst {worst} with {ratios[worst]:.2f} (times of Interloop over CPython)")


if __name__ == "__main__":
    main()
