//! A report as SARIF 2.1.0 (OASIS Standard, 2020): failing ends, races and lock-order inversions as results.
//!
//! A failing end has the story of its schedule as a code flow, one thread flow for each thread, and stands where the
//! story ends. Columns are counted in characters from 1, and the one after the last is named, as SARIF has it.

use super::Options;
use super::run::world_of;
use crate::explore::{Ended, Inversion, Kind, Lasso, LassoKind, Met, Report, Stuck, named};
use crate::program::{Code, Python};
use crate::schedule::Schedule;
use crate::trace::export::{Recording, Sentence, sentences};
use crate::vm::Vm;
use crate::vm::boot::begin;
use serde_json::{Value, json};
use std::sync::Arc;

/// Rules: identity, level, what it is, how to deal with it.
const RULES: [[&str; 4]; 11] = [
    [
        "deadlock",
        "error",
        "Some schedule ends in a deadlock.",
        "Threads wait for each other. Take locks in one order everywhere, and wait for nothing while holding what \
         the other one needs.",
    ],
    [
        "exception",
        "error",
        "Some schedule ends in an uncaught exception.",
        "Another thread came between two steps that belong together. Put both under one lock.",
    ],
    [
        "exit-code",
        "error",
        "Some schedule ends with an exit code other than 0.",
        "Compare the story with that of a run that ends well: they differ from the decisive switch on.",
    ],
    [
        "limit",
        "error",
        "Some schedule goes on for ever, or reaches a limit of the machine.",
        "A loop waits for something that need not come. Wait with a condition or an event.",
    ],
    [
        "output",
        "warning",
        "Schedules end with different output.",
        "The result depends on who is first. If that is intended, do not print it; else order the threads.",
    ],
    [
        "race",
        "note",
        "Two threads can be about to touch one place at the same time, one of them to write it.",
        "Put both accesses under one lock. A race that no outcome depends on is harmless in this program.",
    ],
    [
        "lock-order",
        "error",
        "Threads take locks in different orders, and some schedule deadlocks for it.",
        "Take these locks in one order everywhere.",
    ],
    [
        "partial-deadlock",
        "error",
        "Some schedule leaves threads waiting for ever while the program goes on.",
        "Take locks in one order everywhere, and see that somebody is left to bring about what is waited for.",
    ],
    [
        "livelock",
        "warning",
        "Some schedule goes round for ever, though each thread moves that can.",
        "Threads undo what they do, each because of the other. Let one of them go first.",
    ],
    [
        "starvation",
        "note",
        "Some schedule passes over one thread for ever, though it could move again and again.",
        "A lock goes to whoever asks at the right moment. Where that matters, hand it over in order, with a queue.",
    ],
    [
        "unreached-line",
        "note",
        "No schedule executes a line.",
        "It is needed in no order of the threads with this input, or something before it is never true.",
    ],
];

/// What is needed to play a schedule again.
pub(super) struct Replays<'a> {
    /// The image.
    pub image: &'a mut Vm,
    /// The program.
    pub code: &'a Arc<Code>,
    /// Its file's name.
    pub file: &'a str,
    /// The options of the command line.
    pub options: &'a Options,
}

/// Writes the report.
pub(super) fn sarif(report: &Report, replays: &mut Replays) -> String {
    let mut results = Vec::new();
    let differ = report.outcomes.len() > 1;
    for (at, end) in report.outcomes.iter().enumerate().filter(|(_, end)| end.is_failure() || differ) {
        results.push(of_end(end, at + 1, replays));
    }
    let place = Artifact(replays.file);
    results.extend(report.races.iter().map(|race| of_race(race, &place)));
    results.extend(report.inversions.iter().map(|inversion| of_inversion(inversion, &place)));
    results.extend(report.stuck.iter().flatten().map(|stuck| of_stuck(stuck, &place)));
    results.extend(report.lassos.iter().flatten().map(|lasso| of_lasso(lasso, &place)));
    results.extend(report.unreached.iter().flatten().map(|line| {
        let message = format!("No schedule executes line {line}.");
        result("unreached-line", message, vec![place.location(Some(*line), None, None)])
    }));
    let rules: Vec<Value> = RULES
        .iter()
        .map(|[id, level, what, help]| {
            json!({
                "id": id,
                "shortDescription": { "text": what },
                "fullDescription": { "text": format!("{what} {help}") },
                "help": { "text": help },
                "defaultConfiguration": { "level": level },
            })
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "interloop",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "artifacts": [{ "location": { "uri": uri(replays.file) }, "sourceLanguage": "python" }],
            "invocations": [{ "executionSuccessful": true }],
            "results": results,
            "properties": {
                "verdict": report.verdict,
                "complete": report.complete,
                "python": report.python,
                "coverage": report.coverage,
            },
        }],
    });
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

/// A file, as results refer to it.
struct Artifact<'a>(&'a str);

impl Artifact<'_> {
    /// A place in it, with columns from 0 as spans have them; without a line, the file as a whole.
    fn location(&self, line: Option<u32>, columns: Option<[u32; 2]>, text: Option<&str>) -> Value {
        let mut physical = json!({ "artifactLocation": { "uri": uri(self.0), "index": 0 } });
        if let Some(line) = line.filter(|line| *line > 0) {
            physical["region"] = json!({ "startLine": line });
            if let Some([from, to]) = columns {
                physical["region"]["startColumn"] = json!(from + 1);
                physical["region"]["endColumn"] = json!(to + 1);
            }
        }
        let mut location = json!({ "physicalLocation": physical });
        if let Some(text) = text {
            location["message"] = json!({ "text": text });
        }
        location
    }
}

fn result(rule: &str, message: String, locations: Vec<Value>) -> Value {
    let index = RULES.iter().position(|[id, ..]| *id == rule).unwrap_or(0);
    json!({
        "ruleId": rule,
        "ruleIndex": index,
        "level": RULES[index][1],
        "message": { "text": message },
        "locations": locations,
    })
}

fn of_end(end: &Ended, number: usize, replays: &mut Replays) -> Value {
    let rule = match end.kind {
        Kind::Deadlock => "deadlock",
        Kind::Exception => "exception",
        Kind::Limit => "limit",
        Kind::Exit if end.exit_code != 0 => "exit-code",
        Kind::Exit => "output",
    };
    let what = match end.kind {
        Kind::Deadlock => format!("Deadlock. {}", end.blocked.join(" ")),
        Kind::Exception | Kind::Limit => end.exception.clone().unwrap_or_default(),
        Kind::Exit if end.exit_code != 0 => format!("Exit code {}.", end.exit_code),
        Kind::Exit => format!("One of several outputs: {}", end.stdout.trim_end()),
    };
    let message = format!("Outcome {number}: {}", what.trim_end());
    let story = story(end, replays);
    let place = Artifact(replays.file);
    let last = story.iter().rev().find(|sentence| sentence.line.is_some());
    let at = place.location(last.and_then(|at| at.line), last.and_then(|at| at.columns), None);
    let mut result = result(rule, message, vec![at]);
    if !story.is_empty() {
        result["codeFlows"] = json!([{ "threadFlows": flows(&story, &place) }]);
    }
    result["properties"] = json!({
        "schedule": end.schedule,
        "preemptions": end.preemptions,
        "steps": end.steps,
        "python": end.python,
    });
    result
}

/// The story of an end's schedule; nothing if it does not lead there in an ordinary run.
fn story(end: &Ended, replays: &mut Replays) -> Vec<Sentence> {
    let (true, Ok(schedule)) = (end.replayed && end.kind != Kind::Limit, Schedule::parse(&end.schedule))
    else {
        return vec![];
    };
    let mut world = world_of(replays.file, replays.options);
    world.python = end.python.first().and_then(|name| Python::parse(name)).unwrap_or_default();
    world.library_switches = replays.options.library_switches;
    let vm = begin(replays.image, replays.code, world);
    Recording::of(vm, Arc::clone(replays.code), schedule).map_or(vec![], |recording| sentences(&recording))
}

/// One flow for each thread; what is said of the program as a whole belongs to the main thread's.
fn flows(story: &[Sentence], place: &Artifact) -> Vec<Value> {
    let mut threads: Vec<u32> = story.iter().map(|sentence| sentence.thread.unwrap_or(0)).collect();
    threads.sort_unstable();
    threads.dedup();
    let flow = |thread: &u32| {
        let mine = story.iter().filter(|sentence| sentence.thread.unwrap_or(0) == *thread);
        let locations: Vec<Value> = mine
            .map(|sentence| {
                json!({
                    "location": place.location(sentence.line, sentence.columns, Some(&sentence.text)),
                    "executionOrder": sentence.number,
                    "importance": if sentence.decisive { "essential" } else { "important" },
                })
            })
            .collect();
        json!({ "id": format!("thread {thread}"), "locations": locations })
    };
    threads.iter().map(flow).collect()
}

fn of_race(race: &Met, place: &Artifact) -> Value {
    let does = |at: usize| if race.writes[at] { "writes" } else { "reads" };
    let text = |at: usize| format!("{} {} {} here", race.threads[at], does(at), race.place);
    let message = format!(
        "{}: {} {} it in line {}, {} {} it in line {}.",
        race.place,
        race.threads[0],
        does(0),
        race.lines[0],
        race.threads[1],
        does(1),
        race.lines[1]
    );
    let mut result = result("race", message, vec![place.location(Some(race.lines[0]), None, Some(&text(0)))]);
    result["relatedLocations"] = json!([place.location(Some(race.lines[1]), None, Some(&text(1)))]);
    result["properties"] = json!({ "schedule": race.schedule });
    result
}

fn of_inversion(inversion: &Inversion, place: &Artifact) -> Value {
    let told = |at: usize| {
        let next = &inversion.locks[(at + 1) % inversion.locks.len()];
        let (thread, lock) = (&inversion.threads[at], &inversion.locks[at]);
        format!("{thread} takes {lock} in line {} and then wants {next}", inversion.taken[at])
    };
    let all: Vec<String> = (0..inversion.threads.len()).map(told).collect();
    let message = format!("{}. Outcome {} is the deadlock.", all.join("; "), inversion.outcome);
    let at = |at: usize| place.location(Some(inversion.wanted[at]), None, Some(&all[at]));
    let mut result = result("lock-order", message, vec![at(0)]);
    result["relatedLocations"] = (1..all.len()).map(at).collect();
    result["properties"] = json!({ "schedule": inversion.schedule });
    result
}

fn of_stuck(stuck: &Stuck, place: &Artifact) -> Value {
    let who = named(&stuck.threads, "waits", "wait");
    let message = format!("{who} for ever, while the program goes on. {}", stuck.blocked.join(" "));
    let at = |at: usize| place.location(Some(stuck.lines[at]), None, Some(&stuck.blocked[at]));
    let mut result = result("partial-deadlock", message, vec![at(0)]);
    result["relatedLocations"] = (1..stuck.lines.len()).map(at).collect();
    result["properties"] = json!({ "schedule": stuck.schedule, "python": stuck.python });
    result
}

fn of_lasso(lasso: &Lasso, place: &Artifact) -> Value {
    let rule = match lasso.kind {
        LassoKind::Livelock => "livelock",
        LassoKind::Starvation => "starvation",
    };
    let round = format!("{} round and round", named(&lasso.threads, "goes", "go"));
    let message = match &lasso.thread {
        Some(thread) => format!("{round}, and {thread} is passed over again and again."),
        None => format!("{round}, and the program does not end."),
    };
    let at = |line: u32| place.location(Some(line), None, None);
    let mut result =
        result(rule, message, vec![at(lasso.line.or(lasso.lines.first().copied()).unwrap_or(0))]);
    result["relatedLocations"] = lasso.lines.iter().map(|line| at(*line)).collect();
    result["properties"] =
        json!({ "schedule": lasso.schedule, "cycle": lasso.cycle, "python": lasso.python });
    result
}

/// A file's name as a URI reference (RFC 3986): what may not stand there is escaped.
fn uri(file: &str) -> String {
    let mut text = String::new();
    for byte in file.replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                text.push(byte as char)
            }
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}
