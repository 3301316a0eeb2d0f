//! A recorded run as JSON, for programs that read it. `docs/replay.md` describes each field.

use super::Recording;
use super::outcome::Outcome;
use super::sentence::{Sentence, sentences};
use crate::vm::thread::Status;
use serde::Serialize;

/// The version of the form. It grows when a field goes or changes its meaning, not when one is added.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Replay {
    version: u32,
    program: Program,
    python: &'static str,
    /// The schedule asked for.
    schedule: String,
    /// The schedule taken, up to the run's end.
    taken: String,
    steps: u64,
    outcome: Outcome,
    threads: Vec<Thread>,
    turns: Vec<Turn>,
    sentences: Vec<Sentence>,
}

#[derive(Serialize)]
struct Program {
    file: String,
}

#[derive(Serialize)]
struct Thread {
    number: u32,
    name: String,
    daemon: bool,
    /// `finished`, `failed`, `waiting` or `ready`, at the run's end.
    state: &'static str,
}

#[derive(Serialize)]
struct Turn {
    thread: u32,
    first_step: u64,
    steps: u64,
    blocks: u64,
    /// The thread before could have gone on.
    forced: bool,
    /// Had it gone on, the run would not have failed.
    decisive: bool,
}

/// The recording as JSON text.
pub fn json(recording: &Recording) -> String {
    let (vm, tape) = (recording.vm(), recording.tape());
    let state = |thread: &crate::vm::thread::Thread| match thread.status {
        Status::Finished if thread.died_of.is_some() => "failed",
        Status::Finished => "finished",
        _ if vm.is_enabled(thread.id) => "ready",
        _ => "waiting",
    };
    let names = recording.threads();
    let replay = Replay {
        version: VERSION,
        program: Program { file: recording.code().file.name.to_string() },
        python: vm.world.python.name(),
        schedule: recording.asked.to_string(),
        taken: tape.schedule.to_string(),
        steps: tape.length,
        outcome: Outcome::of(recording),
        threads: vm
            .thread_ids()
            .zip(names)
            .map(|(id, name)| {
                let thread = vm.thread(id);
                Thread { number: id.0, name, daemon: thread.daemon, state: state(thread) }
            })
            .collect(),
        turns: turns(recording),
        sentences: sentences(recording),
    };
    // Plain data with text keys: there is nothing that could not be written.
    serde_json::to_string_pretty(&replay).unwrap_or_default() + "\n"
}

/// The turns of a run. One turn is one stretch of the schedule, except that main's first block has begun before the
/// first step.
fn turns(recording: &Recording) -> Vec<Turn> {
    let tape = recording.tape();
    let ends = tape.turns.iter().skip(1).map(|turn| turn.from).chain([tape.length]);
    tape.turns
        .iter()
        .zip(ends)
        .zip(tape.schedule.stretches())
        .map(|((turn, end), stretch)| Turn {
            thread: turn.thread.0,
            first_step: turn.from,
            steps: end - turn.from,
            blocks: stretch.blocks,
            forced: turn.forced,
            decisive: recording.decisive == Some(turn.from),
        })
        .collect()
}
