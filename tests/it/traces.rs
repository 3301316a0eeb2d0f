//! The engine that counts essentially different runs: against the numbers of `tests/explore/counts`, against brute
//! force, and with the mistakes that such engines invite.

use crate::forced::{HANDSHAKE, PAIRS, by_force, compiled, pair, programs, random_program};
use interloop::cli::{execute, parse_command};
use interloop::explore::{Crew, Ended, Explorer, Kind, Mistake, Options, Outcome, Tally, Traces};
use interloop::program::Python;
use interloop::vm::{Vm, World};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Events of one run in these tests.
const EVENTS: usize = 2_000;

fn options(python: Python) -> Options {
    Options { world: World { python, ..World::default() }, patience: 1 << 14, ..Options::default() }
}

fn counted(image: &mut Vm, text: &str, python: Python, mistake: Option<Mistake>) -> Traces {
    let mut traces = Traces::with(image, &compiled(text), &options(python), EVENTS, mistake);
    while traces.advance(10_000) {}
    traces
}

fn ends_of(traces: &Traces) -> BTreeSet<Outcome> {
    traces.ends().iter().map(|(end, _)| end.clone()).collect()
}

/// A program of `tests/explore/counts`: its name, its text, and what its first lines say.
struct Program {
    name: String,
    text: String,
    header: BTreeMap<String, String>,
}

fn program(name: &str) -> Program {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/explore/counts").join(format!("{name}.py"));
    let text = std::fs::read_to_string(file).expect("a program");
    let lines = text.lines().map_while(|line| line.strip_prefix("# "));
    let header =
        lines.filter_map(|line| line.split_once(": ")).map(|(key, value)| (key.into(), value.into()));
    Program { name: name.into(), header: header.collect(), text }
}

fn all_programs() -> Vec<Program> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/explore/counts");
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(".py")?.to_owned()))
        .collect();
    names.sort();
    names.iter().map(|name| program(name)).collect()
}

impl Program {
    fn pythons(&self) -> Vec<Python> {
        let settings = self.header["python"].split(", ");
        settings.map(|name| Python::parse(name).unwrap_or_else(|| panic!("{}: {name}", self.name))).collect()
    }

    /// The values of one key by size: `N=2 K=1: a 1, b 2; N=3: …`. Without sizes the program stands as it is.
    fn by_size(&self, key: &str, between: &str) -> Vec<(String, String)> {
        let value = self.header.get(key).map(String::as_str).unwrap_or_default();
        let entries = value.split(between).filter(|entry| !entry.is_empty());
        entries
            .map(|entry| match entry.split_once(": ") {
                Some((size, value)) => (size.to_owned(), value.to_owned()),
                None => (String::new(), entry.to_owned()),
            })
            .collect()
    }

    /// The text with its constants changed.
    fn sized(&self, size: &str) -> String {
        let mut text = self.text.clone();
        for part in size.split_whitespace() {
            let (name, value) = part.split_once('=').unwrap_or_else(|| panic!("{}: {part}", self.name));
            let found = text.lines().find(|line| line.starts_with(&format!("{name} = "))).map(str::to_owned);
            let line = found.unwrap_or_else(|| panic!("{} has no {name}", self.name));
            text = text.replace(&format!("\n{line}\n"), &format!("\n{name} = {value}\n"));
        }
        text
    }
}

/// How a header calls an end.
fn label(kind: Kind, stdout: &str) -> String {
    match (kind, stdout.trim()) {
        (Kind::Deadlock, _) => "deadlock".into(),
        (_, "done" | "all have eaten") => "ok".into(),
        (_, text) => text.strip_prefix("x ").map_or(text.into(), |number| format!("x={number}")),
    }
}

/// `a 1, b 2`: labels with numbers.
fn labelled(text: &str) -> BTreeMap<String, u64> {
    let pairs = text.split(", ").filter_map(|part| part.rsplit_once(' '));
    pairs.filter_map(|(name, count)| Some((name.to_owned(), count.parse().ok()?))).collect()
}

/// Rows with more traces take `INTERLOOP_ALL=1`.
fn most() -> u64 {
    if std::env::var_os("INTERLOOP_ALL").is_some() { u64::MAX } else { 130 }
}

#[test]
fn programs_have_the_known_numbers_of_traces_and_none_is_run_in_vain() {
    let mut image = interloop::modules::image();
    let mut wrong = Vec::new();
    let mut rows = 0;
    for program in all_programs() {
        for (size, number) in program.by_size("traces", ", ") {
            let number: u64 = number.parse().unwrap_or_else(|_| panic!("{}: {number}", program.name));
            for python in program.pythons().into_iter().filter(|_| number <= most()) {
                rows += 1;
                let tally = counted(&mut image, &program.sized(&size), python, None).tally();
                let wanted = Tally { traces: number, redundant: 0, cut: 0, complete: true, ..tally };
                if tally != wanted {
                    wrong.push(format!("{} {size} under {}: {tally:?}", program.name, python.name()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows >= 70, "only {rows} rows were looked at");
}

#[test]
fn traces_end_as_the_headers_say() {
    let mut image = interloop::modules::image();
    let mut rows = 0;
    for program in all_programs() {
        for (size, ends) in program.by_size("outcomes", "; ") {
            let wanted = labelled(&ends);
            // What is the same at each end is said in words.
            if wanted.is_empty() || wanted.values().sum::<u64>() > most() {
                continue;
            }
            rows += 1;
            let traces = counted(&mut image, &program.sized(&size), program.pythons()[0], None);
            let found: BTreeMap<String, u64> =
                traces.ends().iter().map(|(end, count)| (label(end.kind, &end.stdout), *count)).collect();
            assert_eq!(found, wanted, "{} {size}", program.name);
        }
    }
    assert!(rows >= 11, "only {rows} rows were looked at");
}

/// The first engine, on the same headers.
#[test]
fn least_preemptions_are_those_of_the_headers() {
    let mut image = interloop::modules::image();
    let mut rows = 0;
    for program in all_programs() {
        for (size, least) in program.by_size("minimal preemptions", "; ") {
            // Five setters are too many states for a test.
            if size == "N=5" && most() < u64::MAX {
                continue;
            }
            rows += 1;
            let text = program.sized(&size);
            let mut explorer = Explorer::new(&mut image, &compiled(&text), options(program.pythons()[0]));
            let crew = Crew::new(1);
            while explorer.advance(&crew) {}
            let report = explorer.report();
            let of = |end: &Ended| (label(end.kind, &end.stdout), u64::from(end.preemptions));
            let found: BTreeMap<String, u64> = report.outcomes.iter().map(of).collect();
            for (name, wanted) in labelled(&least) {
                // The last end is the one in which nothing is lost.
                let lossy = found.iter().take(found.len() - 1).map(|(_, preemptions)| *preemptions);
                let least = if name == "any loss" { lossy.min() } else { found.get(&name).copied() };
                assert_eq!(least, Some(wanted), "{} {size}: {name}", program.name);
            }
        }
    }
    assert!(rows >= 7, "only {rows} rows were looked at");
}

/// Small programs, then random ones.
fn compared() -> impl Iterator<Item = (String, Python)> {
    let small = PAIRS.iter().flat_map(|(a, b)| Python::ALL.map(|python| (pair(a, b), python)));
    small.chain([(HANDSHAKE.to_string(), Python::V314)]).chain((0..programs() / 3).map(random_program))
}

#[test]
fn ends_are_those_of_brute_force() {
    let mut image = interloop::modules::image();
    for (text, python) in compared() {
        let traces = counted(&mut image, &text, python, None);
        let tally = traces.tally();
        assert!(tally.complete && tally.redundant == 0, "{tally:?} under {}:\n{text}", python.name());
        assert_eq!(ends_of(&traces), by_force(&mut image, &text, python), "{}:\n{text}", python.name());
    }
}

#[test]
fn mistakes_are_caught() {
    let mut image = interloop::modules::image();
    let table = program("philosophers_naive");
    for mistake in
        [Mistake::InitialsIgnored, Mistake::LastOnly, Mistake::NobodyWoken, Mistake::WaitingForgotten]
    {
        let number = counted(&mut image, &table.sized("N=3"), Python::V314, Some(mistake)).tally().traces;
        let caught = number != 7
            || compared().any(|(text, python)| {
                let broken = counted(&mut image, &text, python, Some(mistake));
                ends_of(&broken) != by_force(&mut image, &text, python)
            });
        assert!(caught, "{mistake:?} went unnoticed");
    }
}

/// Programs in which time passes.
const TIMED: [&str; 4] = [
    // Two end their sleep at once: either may be first.
    "def a():\n    global x\n    time.sleep(1)\n    x = 1\ndef b():\n    global x\n    time.sleep(1)\n    x = 2\n",
    // One sleeps longer.
    "def a():\n    global x\n    time.sleep(1)\n    x = 1\ndef b():\n    global x\n    time.sleep(2)\n    x = 2\n",
    // A lock that is waited for until a time that comes at last.
    "def a():\n    global x\n    x = A.acquire(timeout=1)\ndef b():\n    with A:\n        time.sleep(5)\n",
    // Nobody sleeps: no time passes, the lock comes first.
    "def a():\n    global x\n    x = A.acquire(timeout=1)\ndef b():\n    with A:\n        int()\n",
];

#[test]
fn time_passes_only_when_nobody_can_go_on() {
    let mut image = interloop::modules::image();
    for functions in TIMED {
        let text = format!(
            "import threading, time\nx = 0\nA = threading.Lock()\n{functions}\
             threads = [threading.Thread(target=f) for f in (a, b)]\nfor t in threads: t.start()\n\
             for t in threads: t.join()\nprint(x)\n"
        );
        let traces = counted(&mut image, &text, Python::V314, None);
        assert!(traces.tally().complete, "{:?}\n{text}", traces.tally());
        assert_eq!(ends_of(&traces), by_force(&mut image, &text, Python::V314), "{text}");
    }
}

#[test]
fn what_goes_on_for_ever_is_said() {
    let mut image = interloop::modules::image();
    let alone = counted(&mut image, "while True: pass\n", Python::V314, None);
    assert_eq!(alone.ends().iter().map(|(end, _)| end.kind).collect::<Vec<_>>(), [Kind::Limit]);
    // It waits for the other in a loop: one trace for each number of times that it looks, without end.
    let text = "import _thread\nf = 0\ndef b():\n    global f\n    f = int(1)\n\
                _thread.start_new_thread(b, ())\nwhile f == 0: int()\n";
    let mut spinning = Traces::with(&mut image, &compiled(text), &options(Python::V314), 40, None);
    while spinning.advance(1_000) {}
    let tally = spinning.tally();
    assert!(!tally.complete && tally.cut > 0 && tally.traces > 10, "{tally:?}");
    assert_eq!(ends_of(&spinning).iter().map(|end| end.kind).collect::<Vec<_>>(), [Kind::Exit]);
}

/// In slices of any size the same runs are made.
#[test]
fn slices_make_no_difference() {
    let mut image = interloop::modules::image();
    let text = program("inc").sized("N=3 K=1");
    let results = [1, 7, 1 << 20].map(|slice| {
        let mut traces = Traces::new(&mut image, &compiled(&text), &options(Python::V314t));
        while traces.advance(slice) {}
        (traces.tally(), traces.ends().to_vec())
    });
    assert_eq!(results[0], results[1]);
    assert_eq!(results[0], results[2]);
}

#[test]
fn the_command_line_counts_and_compares() {
    let told = |text: &str, flags: &[&str]| {
        let args: Vec<String> =
            ["explore", "main.py"].iter().chain(flags).map(|arg| arg.to_string()).collect();
        let command = parse_command(&args).expect("a command line").expect("a command");
        execute(&command, text, &crate::cli::STILL).stdout
    };
    let json = |text: &str, flags: &[&str]| -> serde_json::Value {
        serde_json::from_str(&told(text, flags)).expect("JSON")
    };
    let locks = program("abba").text;
    let words = told(&locks, &["--traces"]);
    assert!(words.contains("\n3 essentially different ways to run (Python 3.14)\n"), "{words}");
    let report = json(&locks, &["--traces", "--json"]);
    let counted = &report["traces"][0];
    assert_eq!((&counted["traces"], &counted["agrees"]), (&3.into(), &true.into()));
    assert_eq!((&report["verdict"], &report["complete"]), (&"counterexample".into(), &true.into()));
    assert_eq!(json(&locks, &["--json"])["traces"], serde_json::Value::Null);
    // It has 3,334.
    let many = program("inc").sized("N=2 K=4");
    let part = &json(&many, &["--traces", "--max-traces", "50", "--python", "3.14t", "--json"])["traces"][0];
    assert_eq!((&part["complete"], &part["agrees"]), (&false.into(), &serde_json::Value::Null));
    assert!(part["traces"].as_u64().is_some_and(|traces| (50..3_334).contains(&traces)), "{part}");
}
