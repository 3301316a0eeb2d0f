//! `interloop replay`: a schedule played again, as it ran or in a form to read.

use super::run::world_of;
use super::{Options, Outcome, compile_program, run_program};
use crate::schedule::Schedule;
use crate::trace::export::{Recording, json, story, trace_event};
use crate::vm::Vm;
use crate::vm::boot::begin;

/// The form in which a replay is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Sentences.
    Story,
    /// JSON.
    Json,
    /// Trace events for a viewer.
    TraceEvent,
}

/// Plays a schedule, then CPython's default to the end. Without a form it behaves as [`run_program`].
pub fn replay_program(image: &mut Vm, text: &str, file: &str, options: &Options) -> Outcome {
    let Some(form) = options.form else {
        return run_program(image, text, file, options);
    };
    let recording = match record(image, text, file, options) {
        Ok(recording) => recording,
        Err(outcome) => return outcome,
    };
    let stdout = match form {
        Form::Story => story(&recording),
        Form::Json => json(&recording),
        Form::TraceEvent => trace_event(&recording),
    };
    Outcome { stdout, ..Outcome::default() }
}

/// Records the run of the schedule given.
pub(super) fn record(
    image: &mut Vm,
    text: &str,
    file: &str,
    options: &Options,
) -> Result<Recording, Outcome> {
    let code = compile_program(text, file).map_err(|errors| Outcome::errors(&errors, text))?;
    let schedule = Schedule::parse(options.schedule.as_deref().unwrap_or_default())
        .map_err(|message| Outcome::machine_says(&message))?;
    let vm = begin(image, &code, world_of(file, options));
    Recording::of(vm, code, schedule).map_err(|message| Outcome::machine_says(&message))
}
