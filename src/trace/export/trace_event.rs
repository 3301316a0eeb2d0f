//! A recorded run in the Trace Event Format, which ui.perfetto.dev and chrome://tracing show: a track for each thread.
//!
//! Running and waiting are complete events, in microseconds of the virtual clock; a thread that could run but is not
//! chosen leaves a gap. Switches are instant events on the track of the thread that was stopped.

use super::Recording;
use crate::trace::{Names, Phase, Teller, text_of};
use serde_json::{Value, json};

/// The number of the one process.
const PROCESS: u32 = 1;
/// Nanoseconds by which waits that never end reach beyond the run's end.
const TAIL: i64 = 1000;

/// The recording as JSON text, one event a line.
pub fn trace_event(recording: &Recording) -> String {
    let mut events = vec![json!({
        "name": "process_name", "ph": "M", "pid": PROCESS, "tid": 0,
        "args": {"name": recording.code().file.name.to_string()},
    })];
    for (number, name) in recording.threads().iter().enumerate() {
        events.push(json!({
            "name": "thread_name", "ph": "M", "pid": PROCESS, "tid": number, "args": {"name": name},
        }));
        events.push(json!({
            "name": "thread_sort_index", "ph": "M", "pid": PROCESS, "tid": number,
            "args": {"sort_index": number},
        }));
    }
    events.extend(spells(recording));
    events.extend(switches(recording));
    let lines: Vec<String> = events.iter().map(Value::to_string).collect();
    format!("{{\"displayTimeUnit\": \"ns\", \"traceEvents\": [\n{}\n]}}\n", lines.join(",\n"))
}

/// Nanoseconds since the run's beginning.
fn moment(recording: &Recording, position: u64) -> i64 {
    let clocks = &recording.clocks;
    let at = (position as usize).min(clocks.len().saturating_sub(1));
    let clock = |at: usize| clocks.get(at).copied().unwrap_or_default();
    clock(at) - clock(0)
}

/// As the format has it.
fn microseconds(nanoseconds: i64) -> f64 {
    nanoseconds as f64 / 1000.0
}

/// What each thread was at, and when.
fn spells(recording: &Recording) -> Vec<Value> {
    let (vm, tape) = (recording.vm(), recording.tape());
    let names = Names::of(vm);
    let teller = Teller { vm, names: &names, tape };
    let mut events = Vec::new();
    for (number, spells) in tape.spells.iter().enumerate() {
        for (at, spell) in spells.iter().enumerate() {
            let from = moment(recording, spell.from);
            let next = spells.get(at + 1).map(|next| moment(recording, next.from));
            let (category, name) = match spell.phase {
                Phase::Running => ("run", "runs".to_owned()),
                Phase::Waiting(reason) => ("wait", format!("waits for {}", teller.reason(reason))),
                Phase::Ready | Phase::Finished | Phase::Failed => continue,
            };
            let tail = if category == "wait" { TAIL } else { 0 };
            let to = next.unwrap_or(moment(recording, tape.length) + tail);
            events.push(json!({
                "name": name, "cat": category, "ph": "X", "pid": PROCESS, "tid": number,
                "ts": microseconds(from), "dur": microseconds(to - from), "args": {"step": spell.from},
            }));
        }
    }
    events
}

/// The places at which a thread was stopped though it could have gone on.
fn switches(recording: &Recording) -> Vec<Value> {
    let tape = recording.tape();
    let names = recording.threads();
    let forced = tape.turns.windows(2).filter(|pair| pair[1].forced);
    forced
        .map(|pair| {
            let (before, turn) = (pair[0].thread.0, pair[1]);
            let next = names.get(turn.thread.0 as usize).map_or("", String::as_str);
            let place = turn.at.filter(|span| span.line > 0);
            json!({
                "name": format!("switch to {next}"), "cat": "switch", "ph": "i", "s": "t",
                "pid": PROCESS, "tid": before, "ts": microseconds(moment(recording, turn.from)),
                "args": {
                    "step": turn.from,
                    "line": place.map(|span| span.line),
                    "code": place.map(|span| text_of(recording.code(), span)),
                    "decisive": recording.decisive == Some(turn.from),
                },
            })
        })
        .collect()
}
