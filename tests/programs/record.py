"""Record what CPython prints for the programs of this corpus, as one .out file beside each .py file.

    python3.13 record.py              every program that has no golden yet, or is newer than it
    python3.13 record.py --all        every program
    python3.13 record.py NAME...      those whose path contains one of the words

Each program runs five times, with different hash seeds and with the shortest switch interval in four of the runs.
A program whose five runs differ is an error: it is not recorded.
"""
import concurrent.futures
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOTS = [HERE, HERE.parent / "syntax"]
RUNS = 5
LIMIT_S = 30
NO_NEWLINE = "\\ no newline at end\n"

FRAME = re.compile(r'^(?P<indent>[ |]*)File "(?P<path>[^"]+)", line \d+, in (?P<name>.*)$')
LIBRARY = re.compile(r"(?:^.*?/(?:lib/)?python3\.\d+t?/|^.*/Lib/|^<frozen |^<lib>/)")
ADDRESS = re.compile(r"0x[0-9a-fA-F]{6,}")


def programs() -> list[pathlib.Path]:
    """Every program of the corpus, in order."""
    tools = {"record.py", "diff.py"}
    found = [path for root in ROOTS for path in root.rglob("*.py") if path.name not in tools]
    return sorted(found)


def library_path(path: str) -> str | None:
    """The path of a file of the standard library below its folder, or None for any other file."""
    match = LIBRARY.match(path)
    if match is None:
        return None
    rest = path[match.end():]
    if path.startswith("<frozen "):
        rest = rest.rstrip(">").replace(".", "/") + ".py"
    return rest


def normalise(text: str, program: pathlib.Path) -> str:
    """Take out of an output what says nothing about the program: folders, addresses, the library's own lines.

    A frame of the library keeps its file and function; its line number and source lines go, since they change with
    every release.
    """
    text = text.replace("\r\n", "\n").replace(str(program.parent) + "/", "")
    text = ADDRESS.sub("0xADDRESS", text)
    kept: list[str] = []
    skip: str | None = None
    for line in text.splitlines(keepends=True):
        if skip is not None and line.startswith(skip):
            continue
        skip = None
        frame = FRAME.match(line.rstrip("\n"))
        if frame and (rest := library_path(frame["path"])) is not None:
            line = f'{frame["indent"]}File "<lib>/{rest}", in {frame["name"]}\n'
            skip = frame["indent"] + "  "
        kept.append(line)
    return "".join(kept)


def section(name: str, text: str) -> str:
    if text and not text.endswith("\n"):
        text += "\n" + NO_NEWLINE
    return f"--- {name}\n{text}"


def layout(version: str, code: int, out: str, err: str) -> str:
    """The text of a golden."""
    return f"# CPython {version}, exit code {code}\n" + section("stdout", out) + section("stderr", err)


def read(golden: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a golden's text."""
    head, rest = golden.split("--- stdout\n", 1)
    out, err = rest.split("--- stderr\n", 1)
    texts = [t[: -len(NO_NEWLINE) - 1] if t.endswith(NO_NEWLINE) else t for t in (out, err)]
    return int(head.rsplit(" ", 1)[1]), texts[0], texts[1]


def run(command: list[str], program: pathlib.Path, env: dict[str, str] | None = None) -> tuple[int, str, str]:
    """Exit code and normalised outputs of one run of a program, from its own folder."""
    done = subprocess.run(
        command + [program.name],
        cwd=program.parent,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=LIMIT_S,
    )
    out, err = (normalise(t.decode("utf-8"), program) for t in (done.stdout, done.stderr))
    return done.returncode, out, err


def record(program: pathlib.Path, fast_switches: str) -> str | None:
    """Run a program and write its golden; the reason why not, if there is one."""
    results = []
    for seed in range(RUNS):
        env = {"PATH": os.environ.get("PATH", ""), "PYTHONHASHSEED": str(seed * 977 + 1), "PYTHONIOENCODING": "utf-8"}
        env["PYTHONDONTWRITEBYTECODE"] = "1"
        if seed:
            env["PYTHONPATH"] = fast_switches
        try:
            results.append(run([sys.executable], program, env))
        except subprocess.TimeoutExpired:
            return f"took more than {LIMIT_S} s"
    if any(result != results[0] for result in results):
        return "differs between runs:\n" + "\n".join(sorted({repr(r) for r in results}))
    code, out, err = results[0]
    if "--- stderr\n" in out or "--- stdout\n" in out + err:
        return "prints a line that divides the sections of a golden"
    program.with_suffix(".out").write_text(layout(platform.python_version(), code, out, err), encoding="utf-8")
    return None


def stale(program: pathlib.Path) -> bool:
    golden = program.with_suffix(".out")
    return not golden.exists() or golden.stat().st_mtime < program.stat().st_mtime


def main(words: list[str]) -> int:
    if sys.version_info[:2] != (3, 13):
        print("record with CPython 3.13")
        return 2
    chosen = programs()
    if "--all" not in words:
        named = [word for word in words if not word.startswith("-")]
        chosen = [p for p in chosen if (any(w in str(p) for w in named) if named else stale(p))]
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "sitecustomize.py").write_text("import sys\nsys.setswitchinterval(1e-6)\n")
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            for program, problem in zip(chosen, pool.map(lambda p: record(p, folder), chosen)):
                if problem:
                    failures += 1
                    print(f"{program.parent.name}/{program.name}: {problem}")
    print(f"{len(chosen) - failures} recorded, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
