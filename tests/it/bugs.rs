//! The programs of `tests/explore`: each buggy one is found out, each repaired one is proved.

use interloop::cli::compile_program;
use interloop::explore::{Crew, Explorer, Kind, Options, Report, Verdict};
use interloop::program::Python;
use interloop::vm::{Vm, World};
use std::path::{Path, PathBuf};

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

fn explored(image: &mut Vm, text: &str, python: Python) -> Report {
    let code = compile_program(text, "main.py").unwrap_or_else(|errors| panic!("{errors:?}"));
    let world = World { python, ..World::default() };
    let options = Options { world, ..Options::default() };
    let mut explorer = Explorer::new(image, &code, options);
    let crew = Crew::new(1);
    while explorer.advance(&crew) && explorer.progress().states < 100_000 {}
    explorer.report()
}

/// True if one of the outcomes is of the kind that the header names, such as `exception AssertionError`.
fn has_kind(report: &Report, wanted: &str) -> bool {
    let (kind, detail) = wanted.split_once(' ').unwrap_or((wanted, ""));
    match kind {
        "output" => report.outcomes.len() > 1,
        _ => report.outcomes.iter().any(|end| match kind {
            "deadlock" => end.kind == Kind::Deadlock,
            "exception" => end.kind == Kind::Exception && end.stderr.contains(detail),
            _ => panic!("the header names an unknown kind: {wanted}"),
        }),
    }
}

/// Under the first interpreter setting that the header lists; all of them with `INTERLOOP_ALL=1`.
#[test]
fn every_bug_is_found_and_every_repair_is_proved() {
    let mut image = interloop::modules::image();
    let all = std::env::var_os("INTERLOOP_ALL").is_some();
    let mut wrong = Vec::new();
    for (file, text) in programs("bugs") {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let settings = header(&text, "python").expect("a header with settings");
        for setting in settings.split(',').map(str::trim).take(if all { 3 } else { 1 }) {
            let report = explored(&mut image, &text, Python::parse(setting).expect("a setting"));
            let verdict = match report.verdict {
                Verdict::Proved => "proved",
                Verdict::Counterexample => "counterexample",
                Verdict::Budget => "budget",
            };
            let kinds = header(&text, "kinds").unwrap_or_default();
            let missing: Vec<&str> = kinds
                .split(',')
                .map(str::trim)
                .filter(|kind| !kind.is_empty() && !has_kind(&report, kind))
                .collect();
            if header(&text, "verdict").as_deref() != Some(verdict) || !missing.is_empty() {
                wrong.push(format!("{name} under {setting}: {verdict}, not found: {missing:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
