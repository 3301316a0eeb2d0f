//! A recorded run as a test for CPython: one Python file with the program, the schedule's turns in terms of the source,
//! the prediction, and the harness that forces the one and checks the other (`harness/`).

use super::Recording;
use super::events::is_of_function;
use super::legs::{Leg, Spot, Until};
use super::outcome::{Kind, Outcome};
use super::sentence::sentences;
use crate::trace::text_of;

/// Turns that a test may have; each is a line.
const TURNS_MAX: usize = 20_000;
/// Sentences of the story that it repeats where it fails: the last ones.
const WORDS_MAX: usize = 12;

/// The parts of the harness, in their order.
const HARNESS: [&str; 4] = [
    include_str!("harness/check.py"),
    include_str!("harness/conductor.py"),
    include_str!("harness/waits.py"),
    include_str!("harness/places.py"),
];

/// What a test needs to know besides the run.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// Arguments of the program.
    pub args: Vec<String>,
    /// What it reads from standard input.
    pub stdin: String,
    /// How the program ends under CPython's default schedule.
    pub reference: Option<Outcome>,
}

/// The test file. The error says why there cannot be one.
pub fn pytest(recording: &Recording, setting: &Setting) -> Result<String, String> {
    let legs = &recording.legs;
    if legs.legs.len() > TURNS_MAX {
        return Err(format!("the run has {} turns; a test may have {TURNS_MAX}", legs.legs.len()));
    }
    let outcome = Outcome::of(recording);
    if outcome.kind == Kind::Limit {
        return Err("the run stops at a limit of this machine, which CPython does not have".into());
    }
    let file = recording.code().file.name.to_string();
    let name = file.rsplit('/').next().unwrap_or(&file).to_owned();
    let mut out = head(recording, &name, &outcome, setting);
    out.push_str(&format!("PROGRAM = {}\n", block(&recording.code().file.text)));
    out.push_str(&format!("FILE = {}\n", literal(&name)));
    out.push_str(&format!("ARGS = {}\n", list(setting.args.iter().map(|arg| literal(arg)))));
    out.push_str(&format!("STDIN = {}\n", literal(&setting.stdin)));
    out.push_str(&format!("PYTHON = {}\n", literal(recording.vm().world.python.name())));
    out.push_str(&format!("SCHEDULE = {}\n", literal(&recording.asked.to_string())));
    let threads = recording.threads();
    out.push_str(&format!("THREADS = {}\n\n", list(threads.iter().map(|name| literal(name)))));
    out.push_str(&turns(recording, &threads));
    out.push_str(&prediction(recording, &outcome, setting.reference.as_ref()));
    let stem: String = name.trim_end_matches(".py").chars().map(word_character).collect();
    out.push_str(&format!("\n\ndef test_{stem}():\n    check()\n\n"));
    out.push_str(&HARNESS.join("\n\n"));
    Ok(out)
}

fn word_character(c: char) -> char {
    if c.is_alphanumeric() { c } else { '_' }
}

/// The file's docstring.
fn head(recording: &Recording, name: &str, outcome: &Outcome, setting: &Setting) -> String {
    let python = recording.vm().world.python.name();
    let predicted = match outcome.kind {
        Kind::Deadlock => "a deadlock".to_owned(),
        Kind::Exception => "an exception that ends the main thread".to_owned(),
        _ if !outcome.deaths.is_empty() => "an exception that ends a thread".to_owned(),
        _ if is_correct(outcome, setting.reference.as_ref()) => "that the test passes".to_owned(),
        _ => "an output other than under CPython's default schedule".to_owned(),
    };
    format!(
        "\"\"\"Forces one schedule of {name} on CPython 3.12 or later, by sys.monitoring.\n\n\
        Predicted (switches as in {python}): {predicted}.\n\n\
        Run it with pytest, or by itself: then exit code 0 means that the test passes, 1 that it fails, 2 that the\n\
        schedule could not be kept on this Python. With INTERLOOP_EXPECT=failure it passes if the prediction comes \
        true.\n\"\"\"\n\n"
    )
}

/// True if the run is none that a test could complain of.
fn is_correct(outcome: &Outcome, reference: Option<&Outcome>) -> bool {
    let lines = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    outcome.kind == Kind::Exit
        && outcome.deaths.is_empty()
        && reference.is_none_or(|other| {
            other.exit_code == outcome.exit_code && lines(&other.stdout) == lines(&outcome.stdout)
        })
}

/// The places and turns, with what they are in the program's text.
fn turns(recording: &Recording, threads: &[String]) -> String {
    let legs = &recording.legs;
    // Only the places that turns speak of, numbered anew.
    let mut numbers: Vec<Option<usize>> = vec![None; legs.spots.len()];
    let mut places = String::new();
    let mut used = 0;
    for leg in &legs.legs {
        if let Until::After(spot, _) = leg.until {
            let number = &mut numbers[spot.0 as usize];
            if number.is_none() {
                *number = Some(used);
                used += 1;
                places.push_str(&place(recording, &legs.spots[spot.0 as usize]));
            }
        }
    }
    let mut out = String::from(
        "# Kind of event, function, line, column, last line, column after the last; which in its line, of how many.\n\
        PLACES = [\n",
    );
    out.push_str(&places);
    out.push_str(
        "]\n# Which thread goes on, until it blocks, ends, or has been at a place so many times; the step of the run.\n\
        TURNS = [\n",
    );
    for Leg { thread, until, step } in &legs.legs {
        let (until, times) = match until {
            Until::Begun => ("\"begins\"".to_owned(), 0),
            Until::Blocks => ("\"blocks\"".to_owned(), 0),
            Until::Ends => ("\"ends\"".to_owned(), 0),
            Until::After(spot, times) => (numbers[spot.0 as usize].unwrap_or_default().to_string(), *times),
        };
        let name = threads.get(thread.0 as usize).map_or("", String::as_str);
        out.push_str(&format!("    ({}, {until}, {times}, {step}),  # {}\n", thread.0, comment(name)));
    }
    out.push_str("]\n");
    out
}

fn place(recording: &Recording, spot: &Spot) -> String {
    let span = spot.span;
    format!(
        "    ({}, {}, {}, {}, {}, {}, {}, {}),  # {}\n",
        literal(spot.kind),
        literal(&spot.function),
        span.line,
        span.col,
        span.end_line,
        span.end_col,
        spot.rank.0,
        spot.rank.1,
        comment(&match is_of_function(spot.kind) {
            true => spot.function.clone(),
            false => text_of(recording.code(), span),
        }),
    )
}

/// What is predicted, and what a correct program would have done.
fn prediction(recording: &Recording, outcome: &Outcome, reference: Option<&Outcome>) -> String {
    let deaths =
        outcome.deaths.iter().map(|death| format!("[{}, {}]", death.thread, literal(&death.exception)));
    let blocked = outcome.blocked.iter().map(|wait| wait.thread.to_string());
    let kind = if outcome.kind == Kind::Deadlock { "deadlock" } else { "exit" };
    let code = |code: Option<i32>| code.map_or("None".to_owned(), |code| (code & 0xff).to_string());
    let all = sentences(recording);
    let last = all.iter().skip(all.len().saturating_sub(WORDS_MAX));
    let words: String = last
        .map(|sentence| {
            // A sentence about a switch names its line itself.
            let line = sentence.line.filter(|_| !sentence.text.contains(" in line "));
            let line = line.map_or(String::new(), |line| format!(" (line {line})"));
            format!("        {},\n", literal(&format!("  {}{line}", sentence.text)))
        })
        .collect();
    let mut out = format!(
        "PREDICTED = {{\n    \"kind\": \"{kind}\",\n    \"stdout\": {},\n    \"exit_code\": {},\n    \
        \"deaths\": {},\n    \"blocked\": {},\n    \"words\": [\n{words}    ],\n}}\n",
        literal(&outcome.stdout),
        code(outcome.exit_code),
        list(deaths),
        list(blocked),
    );
    out.push_str("# What the program does under CPython's default schedule, if it ends well there.\n");
    match reference.filter(|reference| is_correct(reference, None)) {
        Some(reference) => out.push_str(&format!(
            "CORRECT = {{\"stdout\": {}, \"exit_code\": {}}}\n",
            literal(&reference.stdout),
            code(reference.exit_code)
        )),
        None => out.push_str("CORRECT = None\n"),
    }
    out
}

/// A text on one line, as a comment has it.
fn comment(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A list of what stands in Python already.
fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

/// A text as a Python literal on one line. JSON's escapes are Python's.
fn literal(text: &str) -> String {
    // A text is nothing that could not be written.
    serde_json::to_string(text).unwrap_or_default()
}

/// A text as a Python literal over several lines.
fn block(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace("'''", "\\'\\'\\'").replace('\r', "\\r");
    // A quote at the end would close the literal together with the marks.
    let escaped = match escaped.strip_suffix('\'') {
        Some(rest) => format!("{rest}\\'"),
        None => escaped,
    };
    format!("'''\\\n{escaped}'''")
}
