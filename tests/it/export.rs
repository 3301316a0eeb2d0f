//! Exported tests: what they say, and that CPython does as they predict.
//!
//! The goldens in `tests/export` hold a file without the harness, which is the same in all; `INTERLOOP_EXPORTS=write`
//! writes them anew. The files are run with `python3`, or the Python that INTERLOOP_PYTHON names, if it is 3.12 or later;
//! an older one only compiles them, and without any they are not tried.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::cli::{check_golden, interloop};
use crate::source;

/// Where the harness begins.
const HARNESS: &str = "# What follows is the same in every exported test.";

/// A program, its schedule, the interpreter, and whether a correct program would have done otherwise.
struct Export {
    file: &'static str,
    schedule: &'static str,
    python: &'static str,
    fails: bool,
}

const EXPORTS: [Export; 4] = [
    Export {
        file: "static/lessons/bank_deadlock.py",
        schedule: "0:13,1:2,0:4,2:1",
        python: "3.14",
        fails: true,
    },
    Export { file: "static/lessons/unsafe_bank.py", schedule: "0:12,1:1,0:1", python: "3.14", fails: true },
    Export {
        file: "static/lessons/bank_one_lock.py",
        schedule: "0:13,1:1,0:1",
        python: "3.14",
        fails: false,
    },
    Export { file: "tests/export/two_readers.py", schedule: TWO_READERS, python: "3.9", fails: true },
];

/// The first reader is stopped between `if key in stock` and `stock.pop(key)`; the second one takes what is there.
const TWO_READERS: &str = "0:59,1:8,0:8,2:4";

impl Export {
    fn name(&self) -> &'static str {
        let name = self.file.rsplit('/').next().unwrap_or(self.file);
        name.trim_end_matches(".py")
    }

    fn text(&self) -> String {
        let outcome = interloop(&[
            "export",
            self.file,
            "--schedule",
            self.schedule,
            "--python",
            self.python,
            "--to",
            "pytest",
        ]);
        assert_eq!((outcome.stderr.as_str(), outcome.code), ("", 0), "{}", self.file);
        outcome.stdout
    }

    /// Writes the file where it can be run.
    fn write(&self) -> PathBuf {
        let path = env::temp_dir().join(format!("interloop_{}_{}.py", std::process::id(), self.name()));
        fs::write(&path, self.text()).expect("the folder for what is temporary can be written");
        path
    }
}

/// The Python to try: its command, its version, and the minor number of that.
pub fn python() -> Option<(String, String, u32)> {
    let name = env::var("INTERLOOP_PYTHON").unwrap_or("python3".to_owned());
    let asked = Command::new(&name)
        .args(["-c", "import platform; print(platform.python_version())"])
        .output()
        .ok()?;
    let version = String::from_utf8_lossy(&asked.stdout).trim().to_owned();
    let minor = version.split('.').nth(1)?.parse().ok()?;
    Some((name, version, minor))
}

#[test]
fn an_exported_test_names_places_and_prediction() {
    for export in &EXPORTS {
        let text = export.text();
        let (head, _) = text.split_once(HARNESS).expect("the harness follows");
        check_golden(&format!("{}.pytest.txt", export.name()), head);
    }
}

#[test]
fn an_impossible_schedule_cannot_be_exported() {
    let command = ["export", "static/lessons/hello_threads.py", "--schedule", "0:1,1:1", "--to", "pytest"];
    let outcome = interloop(&command);
    assert_eq!((outcome.stdout.as_str(), outcome.code), ("", 3));
    assert!(outcome.stderr.contains("cannot run there"), "{}", outcome.stderr);
}

#[test]
fn cpython_does_as_exported_tests_predict() {
    let Some((python, _, minor)) = python() else { return };
    for export in &EXPORTS {
        let path = export.write();
        let run = |words: &[&str], expect: &str| {
            let mut command = Command::new(&python);
            command.args(words).arg(&path).env("INTERLOOP_EXPECT", expect);
            let ran = command.output().expect("python3 starts");
            let text = String::from_utf8_lossy(&ran.stdout).into_owned();
            (ran.status.code(), text + &String::from_utf8_lossy(&ran.stderr))
        };
        if minor >= 12 {
            let (code, text) = run(&[], "failure");
            assert_eq!(code, Some(0), "{}: {text}", export.name());
            let (code, text) = run(&[], "success");
            assert_eq!(code, Some(i32::from(export.fails)), "{}: {text}", export.name());
            assert_eq!(text.starts_with("as predicted"), export.fails, "{}: {text}", export.name());
        } else {
            let (code, text) =
                run(&["-c", "import sys; compile(open(sys.argv[1]).read(), 'test', 'exec')"], "");
            assert_eq!(code, Some(0), "{}: {text}", export.name());
            let (code, text) = run(&[], "success");
            assert_eq!(code, Some(2), "{}: {text}", export.name());
            assert!(text.contains("CPython 3.12 or later is needed"), "{}: {text}", export.name());
        }
        fs::remove_file(path).expect("the file can be removed");
    }
}

#[test]
fn the_harness_is_plain_python_without_paths_of_its_own() {
    for file in source::files("src/trace/export/harness") {
        let text = source::text(&file);
        assert!(!text.contains("import pytest"), "{}: pytest is the runner only", file.display());
    }
}
