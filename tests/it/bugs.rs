//! The programs of `tests/explore`: each buggy one is found out, each repaired one is proved.

use interloop::cli::compile_program;
use interloop::explore::{Crew, Ended, Explorer, Kind, Options, Report, Verdict};
use interloop::program::Python;
use interloop::vm::{Vm, World};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// What a program's first lines say: `# name: value`.
pub fn header(text: &str, name: &str) -> Option<String> {
    text.lines()
        .take(12)
        .find_map(|line| Some(line.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(": ")?.into()))
}

pub fn programs(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/explore").join(folder);
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "py"));
    files.sort();
    let read = |file: PathBuf| {
        let text = std::fs::read_to_string(&file).expect("a program");
        (file, text)
    };
    files.into_iter().map(read).collect()
}

/// What the search says of a program under one setting.
pub fn explored(image: &mut Vm, text: &str, python: Python) -> Report {
    let code = compile_program(text, "main.py").unwrap_or_else(|errors| panic!("{errors:?}"));
    let world = World { python, ..World::default() };
    let options = Options { world, ..Options::default() };
    let mut explorer = Explorer::new(image, &code, options);
    let crew = Crew::new(1);
    while explorer.advance(&crew) && explorer.progress().states < 100_000 {}
    explorer.report()
}

/// A program of `bugs`, and what the search says of it.
pub struct Searched {
    /// The file's name without its end.
    pub name: String,
    /// The program.
    pub text: String,
    /// The interpreter setting.
    pub python: Python,
    /// What was found.
    pub report: Report,
}

impl Searched {
    /// The kinds of failure that the header names.
    pub fn kinds(&self) -> Vec<String> {
        let kinds = header(&self.text, "kinds").unwrap_or_default();
        kinds.split(',').map(|kind| kind.trim().to_owned()).filter(|kind| !kind.is_empty()).collect()
    }
}

/// All programs of `bugs`, each under the first interpreter setting that its header lists, or under all of them with
/// `INTERLOOP_ALL=1`. They are searched once for all tests.
pub static SEARCHED: LazyLock<Vec<Searched>> = LazyLock::new(|| search_all("bugs"));

/// All programs of a folder, as above.
fn search_all(folder: &str) -> Vec<Searched> {
    let mut image = interloop::modules::image();
    let most = if std::env::var_os("INTERLOOP_ALL").is_some() { Python::ALL.len() } else { 1 };
    let mut searched = Vec::new();
    for (file, text) in programs(folder) {
        let name = file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let settings = header(&text, "python").expect("a header with settings");
        for setting in settings.split(',').map(str::trim).take(most) {
            let python = Python::parse(setting).expect("a setting");
            let report = explored(&mut image, &text, python);
            searched.push(Searched { name: name.clone(), text: text.clone(), python, report });
        }
    }
    searched
}

/// True if an end is of the kind that a header names, such as `exception AssertionError`; `output` is any that is no
/// failure by itself.
pub fn is_kind(end: &Ended, wanted: &str) -> bool {
    let (kind, detail) = wanted.split_once(' ').unwrap_or((wanted, ""));
    match kind {
        "output" => !end.is_failure(),
        "deadlock" => end.kind == Kind::Deadlock,
        "exception" => end.kind == Kind::Exception && end.stderr.contains(detail),
        _ => panic!("the header names an unknown kind: {wanted}"),
    }
}

/// True if there is an end of the kind; where the header speaks of the output, more than one end.
fn has_kind(report: &Report, wanted: &str) -> bool {
    match wanted {
        "output" => report.outcomes.len() > 1,
        _ => report.outcomes.iter().any(|end| is_kind(end, wanted)),
    }
}

#[test]
fn every_bug_is_found_and_every_repair_is_proved() {
    check_verdicts(&SEARCHED);
}

#[test]
fn every_bug_of_an_event_loop_is_found_and_every_repair_is_proved() {
    let searched = search_all("asyncio");
    // A loop without threads goes one way: its bugs and their repairs have no more states than a run has ends and waits.
    let threads = |searched: &&Searched| searched.text.contains("thread");
    let most = searched.iter().filter(|one| !threads(one)).map(|one| one.report.states).max();
    assert_eq!(most, Some(3));
    check_verdicts(&searched);
}

/// Compares what was found with the headers.
fn check_verdicts(all: &[Searched]) {
    let mut wrong = Vec::new();
    for searched in all {
        let verdict = match searched.report.verdict {
            Verdict::Proved => "proved",
            Verdict::Counterexample => "counterexample",
            Verdict::Budget => "budget",
        };
        let mut missing = searched.kinds();
        missing.retain(|kind| !has_kind(&searched.report, kind));
        if header(&searched.text, "verdict").as_deref() != Some(verdict) || !missing.is_empty() {
            let (name, setting) = (&searched.name, searched.python.name());
            wrong.push(format!("{name} under {setting}: {verdict}, not found: {missing:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
