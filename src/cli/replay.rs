//! `interloop replay`: a schedule played again, as it ran or in a form to read.

use super::run::world_of;
use super::{Options, Outcome, compile_program, run_program};
use crate::explore::{self, Crew, Explorer, NoReturn};
use crate::schedule::Schedule;
use crate::trace::export::{Recording, json, side_by_side, story, trace_event};
use crate::vm::Vm;
use crate::vm::boot::begin;

/// States that are searched for the point of no return.
const STATES_MAX: u64 = 20_000;

/// Plays a schedule, then CPython's default to the end. Without a form it behaves as [`run_program`].
pub fn replay_program(image: &mut Vm, text: &str, file: &str, options: &Options) -> Outcome {
    let form = match options {
        Options { story: true, .. } => story,
        Options { json: true, .. } => json,
        Options { trace_event: true, .. } => trace_event,
        _ => return run_program(image, text, file, options),
    };
    if let Some(against) = &options.against {
        let other = Options { schedule: Some(against.clone()), ..options.clone() };
        let both = [options, &other].map(|options| record(image, text, file, options));
        return match both {
            [Ok(a), Ok(b)] => Outcome { stdout: side_by_side(&a, &b), ..Outcome::default() },
            [Err(outcome), _] | [_, Err(outcome)] => outcome,
        };
    }
    match record(image, text, file, options) {
        Ok(mut recording) if options.story || options.json => {
            if let Some(found) = no_return(image, text, file, options) {
                recording.tell_no_return(found.step.into(), found.text);
            }
            Outcome { stdout: form(&recording), ..Outcome::default() }
        }
        Ok(recording) => Outcome { stdout: form(&recording), ..Outcome::default() },
        Err(outcome) => outcome,
    }
}

/// The point of no return, if a small search sees every state of the program.
fn no_return(image: &mut Vm, text: &str, file: &str, options: &Options) -> Option<NoReturn> {
    let code = compile_program(text, file).ok()?;
    let schedule = Schedule::parse(options.schedule.as_deref().unwrap_or_default()).ok()?;
    let world = world_of(file, options);
    let mut explorer = Explorer::new(image, &code, explore::Options { world, ..Default::default() });
    let crew = Crew::new(1);
    while explorer.progress().states < STATES_MAX && explorer.advance(&crew) {}
    explorer.no_return(&schedule)
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
