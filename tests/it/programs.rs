//! The corpus: the machine prints for each program, byte for byte, what CPython printed for its golden.
//!
//! `tests/programs/known.txt` lists the programs that still differ. A program that is not in it must pass, and one that
//! is in it must not: the list only shrinks. `INTERLOOP_KNOWN=write cargo test --test it programs` writes it anew.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, thread};

use interloop::modules::image;

use crate::{corpus, source};

/// What is wrong with each program, by its path; nothing for those that pass.
fn results() -> BTreeMap<String, Option<String>> {
    let folders = ["tests/programs", "tests/syntax"];
    let files = folders.iter().flat_map(|folder| source::files(folder));
    let programs: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .filter(|path| source::root().join(path.with_extension("out")).exists())
        .collect();
    let next = AtomicUsize::new(0);
    let results = Mutex::new(BTreeMap::new());
    let workers = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                let mut library = image();
                while let Some(path) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let (text, golden) = (source::text(path), source::text(&path.with_extension("out")));
                    let name = path.to_string_lossy().replace('\\', "/");
                    // A panic is a fault of the machine; the other programs are run all the same.
                    let checked =
                        catch_unwind(AssertUnwindSafe(|| corpus::check(&mut library, &name, &text, &golden)));
                    let problem = checked.unwrap_or_else(|_| {
                        library = image();
                        Err("the machine panicked".to_owned())
                    });
                    results.lock().expect("no holder panics").insert(name, problem.err());
                }
            });
        }
    });
    results.into_inner().expect("no holder panics")
}

#[test]
fn programs_print_what_cpython_prints() {
    let results = results();
    let known: Vec<&str> = corpus::known().collect();
    if env::var("INTERLOOP_KNOWN").is_ok_and(|value| value == "write") {
        write_known(&results);
        return;
    }
    let mut wrong = Vec::new();
    for (name, problem) in &results {
        match (problem, known.contains(&name.as_str())) {
            (Some(problem), false) => wrong.push(format!("{name}: {problem}")),
            (None, true) => wrong.push(format!("{name} passes: take it out of tests/programs/known.txt")),
            _ => {}
        }
    }
    for name in known.iter().filter(|name| !results.contains_key(**name)) {
        wrong.push(format!("{name}: there is no such program; take it out of tests/programs/known.txt"));
    }
    assert!(results.len() >= 120, "the corpus has {} programs", results.len());
    println!("{} programs, {} of them known to differ", results.len(), known.len());
    assert!(wrong.is_empty(), "\n{} of {} programs\n{}\n", wrong.len(), results.len(), wrong.join("\n"));
}

/// Writes the list anew, keeping the remarks at its head.
fn write_known(results: &BTreeMap<String, Option<String>>) {
    let mut text: String = corpus::KNOWN
        .lines()
        .take_while(|line| line.starts_with('#'))
        .map(|line| format!("{line}\n"))
        .collect();
    for (name, _) in results.iter().filter(|(_, problem)| problem.is_some()) {
        text.push_str(&format!("{name}\n"));
    }
    fs::write(source::root().join("tests/programs/known.txt"), text).expect("the list can be written");
}
