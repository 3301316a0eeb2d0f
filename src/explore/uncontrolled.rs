//! What of a program a search does not decide: sentences, read off the names in its compiled code.
//!
//! A name is taken for what it usually means: a program that calls something else `input` is told of an input.

use crate::program::Code;
use crate::vm::World;
use std::collections::BTreeSet;

/// Names with what is said when one of them is used.
const SAID: [(&[&str], &str); 7] = [
    (
        &["time", "monotonic", "perf_counter", "sleep", "datetime", "timeit"],
        "Time is virtual: it passes only when nobody can go on, so how long something takes decides nothing.",
    ),
    (
        &["random", "randint", "choice", "shuffle", "secrets", "uuid", "urandom"],
        "Random numbers are the same in each schedule; other numbers were not tried.",
    ),
    (&["input", "stdin"], "Standard input is one given text; other inputs were not tried."),
    (&["argv", "argparse"], "The arguments are the ones given; others were not tried."),
    (
        &["socket", "subprocess", "urllib", "http", "requests", "multiprocessing"],
        "Networks and processes are not part of the search.",
    ),
    (
        &["gc", "weakref", "__del__"],
        "Objects are finalized as soon as nothing refers to them; other moments were not tried.",
    ),
    (
        &["setswitchinterval"],
        "The switch interval does not matter: each switch point was taken for a possible switch.",
    ),
];

/// Modules whose own code waits and shares.
const LIBRARY: [&str; 5] = ["threading", "queue", "concurrent", "concurrent.futures", "asyncio"];

/// Names by which a program can read what locals hold other than by naming them.
const READS_LOCALS: [&str; 10] = [
    "locals",
    "vars",
    "dir",
    "eval",
    "exec",
    "f_locals",
    "inspect",
    "breakpoint",
    "pdb",
    "TracebackException",
];

/// True if a local that is not named any more can make a difference.
pub(super) fn reads_locals(code: &Code) -> bool {
    let mut names = BTreeSet::new();
    collect(code, &mut names);
    READS_LOCALS.iter().any(|name| names.contains(name))
}

/// The sentences for this program in this world.
pub(super) fn uncontrolled(code: &Code, world: &World) -> Vec<String> {
    let mut names = BTreeSet::new();
    collect(code, &mut names);
    let uses = |wanted: &[&str]| wanted.iter().any(|name| names.contains(*name));
    let mut said: Vec<String> =
        SAID.iter().filter(|(wanted, _)| uses(wanted)).map(|(_, text)| text.to_string()).collect();
    if uses(&LIBRARY) && !world.library_switches {
        said.push("Inside the library's own code threads are switched only where it waits.".into());
    }
    said
}

/// All names that the code and what is nested in it use.
fn collect<'a>(code: &'a Code, names: &mut BTreeSet<&'a str>) {
    names.extend(code.names.iter().map(|name| name.as_str()));
    names.insert(code.name.as_str());
    code.nested.iter().flatten().for_each(|nested| collect(nested, names));
}
