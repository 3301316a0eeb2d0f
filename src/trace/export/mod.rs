//! A recorded run for readers outside the page: sentences, JSON, a trace, a test for CPython.
//!
//! A [`Recording`] is a run played to its end, with what a tape does not keep: where in the program each thing
//! happened, and when on the virtual clock. The formats only read it. Nothing here writes a file.

mod compare;
mod events;
mod json;
mod legs;
mod outcome;
mod pytest;
mod sentence;
mod story;
mod trace_event;

pub use compare::{Comparison, side_by_side};
pub use json::json;
pub use outcome::{Kind, Outcome};
pub use pytest::{Setting, pytest};
pub use sentence::{Sentence, sentences};
pub use story::story;
pub use trace_event::trace_event;

use super::{Moved, Names, Player, Tape, Teller, decisive, place_of};
use crate::program::Code;
use crate::schedule::{Policy, Schedule, Script};
use crate::source::Span;
use crate::vm::Vm;
use legs::Legs;
use std::sync::Arc;

/// Steps that a recording may have.
const STEPS_MAX: u64 = 3_000_000;

/// See the module.
pub struct Recording {
    player: Player,
    /// The program.
    code: Arc<Code>,
    /// The schedule that was asked for.
    asked: Schedule,
    /// Where each of the tape's notes happened, in order.
    places: Vec<Option<Span>>,
    /// The virtual clock at each position, in nanoseconds.
    clocks: Vec<i64>,
    /// What a test for CPython has to force.
    legs: Legs,
    decisive: Option<u64>,
    /// The point of no return, with its sentence; nothing where no search has looked for it.
    no_return: Option<(u64, String)>,
}

/// A recording that is made piece by piece.
pub struct Recorder {
    player: Player,
    code: Arc<Code>,
    asked: Schedule,
    places: Vec<Option<Span>>,
    clocks: Vec<i64>,
    legs: Legs,
    steps_max: u64,
}

impl Recorder {
    /// Stands before the first step of a program that has just begun.
    pub fn new(vm: Vm, code: Arc<Code>, asked: Schedule, steps_max: u64) -> Result<Recorder, String> {
        let policy = Policy::Scripted(Script::new(asked.clone()));
        let player = Player::new(vm, policy).map_err(|impossible| impossible.to_string())?;
        let clocks = vec![player.vm().clock];
        Ok(Recorder { player, code, asked, places: Vec::new(), clocks, legs: Legs::default(), steps_max })
    }

    /// Steps made so far.
    pub fn steps(&self) -> u64 {
        self.player.position()
    }

    /// Makes at most so many steps; true once the run is at its end.
    pub fn go_on(&mut self, steps: u32) -> Result<bool, String> {
        let Recorder { player, places, clocks, legs, .. } = self;
        for _ in 0..steps {
            if player.position() >= self.steps_max {
                return Err(format!("the run has more than {} steps, too many to tell", self.steps_max));
            }
            let thread = player.next_thread();
            let place = thread.and_then(|thread| place_of(player.vm(), thread));
            legs.before(player.vm(), thread, place.as_ref());
            if player.advance(u64::MAX).map_err(|impossible| impossible.to_string())? == Moved::End {
                return Ok(true);
            }
            legs.after(player.vm(), player.position());
            clocks.push(player.vm().clock);
            let span = place.map(|place| place.span()).filter(|span| span.line > 0);
            let tape = player.tape();
            let stopped = tape.turns.last().and_then(|turn| turn.at).filter(|span| span.line > 0);
            for note in tape.notes.iter().skip(places.len()) {
                places.push(if Some(note.thread) == thread { span } else { stopped });
            }
        }
        Ok(false)
    }

    /// The recording of a run that is at its end.
    pub fn finish(self) -> Recording {
        let Recorder { mut player, code, asked, places, clocks, mut legs, .. } = self;
        legs.end(player.position());
        let decisive = decisive(&mut player);
        Recording { player, code, asked, places, clocks, legs, decisive, no_return: None }
    }
}

impl Recording {
    /// Plays a program that has just begun: a schedule, then CPython's default to the end. The error says which choice
    /// was impossible, or that the run is too long.
    pub fn of(vm: Vm, code: Arc<Code>, schedule: Schedule) -> Result<Recording, String> {
        let mut recorder = Recorder::new(vm, code, schedule, STEPS_MAX)?;
        while !recorder.go_on(u32::MAX)? {}
        Ok(recorder.finish())
    }

    /// Tells of the point of no return as well, which a search has found.
    pub fn tell_no_return(&mut self, step: u64, text: String) {
        self.no_return = Some((step, text));
    }

    /// The run.
    pub fn tape(&self) -> &Tape {
        self.player.tape()
    }

    /// Its last state.
    pub fn vm(&self) -> &Vm {
        self.player.vm()
    }

    /// The program.
    fn code(&self) -> &Code {
        &self.code
    }

    /// The names of all threads, by number.
    fn threads(&self) -> Vec<String> {
        let names = Names::default();
        let teller = Teller { vm: self.vm(), names: &names, tape: self.tape() };
        self.vm().thread_ids().map(|thread| teller.thread(thread)).collect()
    }
}
