//! The failures that the search finds in buggy programs, against CPython: each as an exported test, run once.
//!
//! `tests/export/reproduced.txt` has a line for each program: the failure, its schedule, and the versions of CPython on
//! which the exported test came true at the first try. The schedules must be those that are found today. With
//! `INTERLOOP_EXPORTS=write` the file is written anew; a line whose schedule has changed loses its versions, and the
//! Python that is there (`python3`, or INTERLOOP_PYTHON) enters its own if it is 3.12 or later. So the file is made by
//! one such run for each version.
//!
//! Nine in ten are asked for of the failures under setting 3.14, which are those that this CPython can have by itself.
//! Under the other settings threads are switched where no 3.12 does so; the harness can do it, but that says nothing
//! about CPython, so such failures have their lines and are not counted.
//!
//! `rlock_half_released` needs luck: CPython may give the next thread the identity of one that has ended, and then that
//! thread passes for the owner of the lock that the other left locked. So it came true or diverged from run to run.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};
use std::thread::scope;
use std::{env, fs};

use interloop::cli::{Options, Tool, export_program, run_program};
use interloop::explore::{Report, Verdict};
use interloop::program::Python;
use interloop::session::lessons;
use interloop::vm::Vm;

use crate::bugs::{SEARCHED, explored, header, is_kind};
use crate::export::python;
use crate::source;

const RECORD: &str = "tests/export/reproduced.txt";
const HEAD: &str =
    "# program | setting | failure | schedule | CPythons that reproduced it at the first try\n";
/// Exported tests that run at once. Most of their time they wait whether anybody still moves.
const AT_ONCE: usize = 4;
/// What stands for a version where no CPython has reproduced a failure.
const NONE: &str = "none";
/// The lessons that always end alike under 3.14; threadbots fails under 3.9 only.
const PROVED: [&str; 4] = ["hello_threads", "bank_one_lock", "bank_ordered_locks", "threadbots"];

/// A program with a schedule under which it fails.
struct Failure {
    name: String,
    text: String,
    python: Python,
    kind: String,
    schedule: String,
}

impl Failure {
    /// What its line begins with.
    fn row(&self) -> String {
        format!("{} | {} | {} | {}", self.name, self.python.name(), self.kind, self.schedule)
    }

    /// The failure is one that CPython 3.12 and later can have by itself.
    fn counts(&self) -> bool {
        self.python == Python::V314
    }

    fn options(&self, schedule: Option<String>) -> Options {
        Options { python: self.python, schedule, tool: Some(Tool::Pytest), ..Options::default() }
    }

    /// The exported test.
    fn exported(&self, image: &mut Vm) -> String {
        let file = format!("{}.py", self.name);
        let outcome = export_program(image, &self.text, &file, &self.options(Some(self.schedule.clone())));
        assert_eq!((outcome.stderr.as_str(), outcome.code), ("", 0), "{}", self.name);
        outcome.stdout
    }
}

/// The first end of a kind that is a failure; where the output is, the first that prints other lines than the default.
fn failure(
    image: &mut Vm,
    name: &str,
    text: &str,
    python: Python,
    kind: &str,
    report: &Report,
) -> Option<Failure> {
    let mut failure =
        Failure { name: name.into(), text: text.into(), python, kind: kind.into(), schedule: String::new() };
    let usual = lines(&run_program(image, text, &format!("{name}.py"), &failure.options(None)).stdout);
    let wanted = report
        .outcomes
        .iter()
        .find(|end| is_kind(end, kind) && (end.is_failure() || lines(&end.stdout) != usual));
    failure.schedule = wanted?.schedule.clone();
    Some(failure)
}

fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

/// Of the lessons, and of each buggy program under the first setting of its header.
static FAILURES: LazyLock<Vec<Failure>> = LazyLock::new(|| {
    let mut image = interloop::modules::image();
    let mut failures = Vec::new();
    let index = source::text("static/lessons/index.json".as_ref());
    for lesson in lessons::parse(&index).expect("the list of lessons can be read") {
        let text = source::text(format!("static/lessons/{}", lesson.file).as_ref());
        let python = Python::parse(lesson.python.name()).expect("both know the interpreter");
        let report = explored(&mut image, &text, python);
        let kinds = ["deadlock", "exception", "output"];
        failures.extend(
            kinds.iter().find_map(|kind| failure(&mut image, &lesson.id, &text, python, kind, &report)),
        );
    }
    for searched in SEARCHED.iter() {
        let first = header(&searched.text, "python").unwrap_or_default();
        if first.split(',').next() == Some(searched.python.name()) {
            failures.extend(searched.kinds().iter().map(|kind| {
                let (name, text, python) = (&searched.name, &searched.text, searched.python);
                failure(&mut image, name, text, python, kind, &searched.report)
                    .unwrap_or_else(|| panic!("{name}: no end is a failure of the kind {kind}"))
            }));
        }
    }
    failures
});

/// The lines of the record, with their versions; written anew before if that is asked for. `ran` is a version with the
/// lines that came true.
fn recorded(ran: Option<(&str, &BTreeSet<String>)>) -> BTreeMap<String, BTreeSet<String>> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _alone = ONE_AT_A_TIME.lock();
    let path = source::root().join(RECORD);
    let text = fs::read_to_string(&path).unwrap_or_default();
    let set = |versions: &str| versions.split(' ').filter(|word| *word != NONE).map(str::to_owned).collect();
    let rows = text.lines().skip(1).filter_map(|line| line.rsplit_once(" | "));
    let mut rows: BTreeMap<String, BTreeSet<String>> =
        rows.map(|(row, versions)| (row.to_owned(), set(versions))).collect();
    if env::var("INTERLOOP_EXPORTS").is_ok_and(|value| value == "write") {
        let (mut before, mut text) = (rows, HEAD.to_owned());
        rows = BTreeMap::new();
        for row in FAILURES.iter().map(Failure::row) {
            let mut versions = before.remove(&row).unwrap_or_default();
            if let Some((version, came_true)) = ran {
                versions.remove(version);
                versions.extend(came_true.contains(&row).then(|| version.to_owned()));
            }
            let words: Vec<&str> = versions.iter().map(String::as_str).collect();
            let words = if words.is_empty() { NONE.to_owned() } else { words.join(" ") };
            text.push_str(&format!("{row} | {words}\n"));
            rows.insert(row, versions);
        }
        fs::write(path, text).expect("the record can be written");
    }
    rows
}

/// Runs an exported test; what it says if the prediction did not come true.
fn refuted(python: &str, name: &str, test: &str) -> Option<String> {
    let path = env::temp_dir().join(format!("interloop_{}_run_{name}.py", std::process::id()));
    fs::write(&path, test).expect("the folder for what is temporary can be written");
    let ran =
        Command::new(python).arg(&path).env("INTERLOOP_EXPECT", "failure").output().expect("python3 starts");
    fs::remove_file(path).expect("the file can be removed");
    (!ran.status.success()).then(|| String::from_utf8_lossy(&ran.stdout).into_owned())
}

#[test]
fn the_failures_are_those_of_the_record() {
    let rows: BTreeSet<String> = FAILURES.iter().map(Failure::row).collect();
    let recorded: BTreeSet<String> = recorded(None).into_keys().collect();
    let missing: Vec<&String> = rows.symmetric_difference(&recorded).collect();
    assert!(
        missing.is_empty(),
        "only on one side; INTERLOOP_EXPORTS=write writes {RECORD} anew: {missing:#?}"
    );
    // Three lessons fail, and at least 40 programs besides.
    assert!(rows.len() >= 43, "only {} programs fail", rows.len());
}

#[test]
fn the_record_has_nine_in_ten_for_each_version() {
    let recorded = recorded(None);
    let counted: Vec<&BTreeSet<String>> = FAILURES
        .iter()
        .filter(|failure| failure.counts())
        .filter_map(|failure| recorded.get(&failure.row()))
        .collect();
    let versions: BTreeSet<&String> = counted.iter().copied().flatten().collect();
    assert!(versions.len() >= 2, "{RECORD} is of {versions:?} only");
    for version in versions {
        let good = counted.iter().filter(|row| row.contains(version)).count();
        assert!(good * 10 >= counted.len() * 9, "CPython {version} reproduced {good} of {}", counted.len());
    }
}

#[test]
fn cpython_reproduces_nine_in_ten_at_the_first_try() {
    let Some((python, version, 12..)) = python() else { return };
    let mut image = interloop::modules::image();
    let tests: Vec<(&Failure, String)> =
        FAILURES.iter().map(|failure| (failure, failure.exported(&mut image))).collect();
    let (next, refutations) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    scope(|threads| {
        for _ in 0..AT_ONCE {
            threads.spawn(|| {
                while let Some((failure, test)) = tests.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Some(words) = refuted(&python, &failure.name, test) {
                        refutations.lock().expect("no thread panics").insert(failure.row(), words);
                    }
                }
            });
        }
    });
    let refutations = refutations.into_inner().expect("no thread panics");
    let came_true = FAILURES.iter().map(Failure::row).filter(|row| !refutations.contains_key(row)).collect();
    recorded(Some((&version, &came_true)));
    let counted = FAILURES.iter().filter(|failure| failure.counts());
    let bad = counted.clone().filter(|failure| refutations.contains_key(&failure.row())).count();
    let all = counted.count();
    // Shown with --nocapture, or when too many fail.
    println!("CPython {version} reproduced {} of {all}; what did not come true: {refutations:#?}", all - bad);
    assert!(bad * 10 <= all, "CPython {version} reproduced only {} of {all}", all - bad);
}

#[test]
fn what_is_repaired_is_proved() {
    for buggy in SEARCHED.iter().filter(|searched| !searched.kinds().is_empty()) {
        let twin = format!("{}_fixed", buggy.name);
        let mut twins = SEARCHED.iter().filter(|searched| searched.name == twin);
        assert!(
            twins.any(|twin| twin.report.verdict == Verdict::Proved),
            "{twin} is not there, or not proved"
        );
    }
    let mut image = interloop::modules::image();
    for name in PROVED {
        let text = source::text(format!("static/lessons/{name}.py").as_ref());
        assert_eq!(explored(&mut image, &text, Python::V314).verdict, Verdict::Proved, "{name}");
    }
}
