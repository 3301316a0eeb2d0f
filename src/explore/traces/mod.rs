//! The second engine: in how many essentially different ways a program can run, and how each of them ends.
//!
//! Two runs are essentially the same if one becomes the other by exchanging neighbouring events that touch nothing in
//! common: a Mazurkiewicz trace is a class of such runs. The search takes one run of each (optimal dynamic partial
//! order reduction with wakeup trees, JACM 64, 2017). It remembers no states but those of the present run, so it can
//! neither take two states for one nor run out of memory; and it shares with the first engine nothing but the machine's
//! `choices` and `step`, what a footprint is, and when two of them conflict. Runs that end in a deadlock count as well.
//!
//! `event` makes one event, `run` goes along them and back, `race` finds what has to come the other way round, `tree`
//! keeps what is to be tried.

mod event;
mod race;
mod run;
mod tree;

use super::Options;
use super::outcome::Outcome;
use super::place::Visible;
use crate::program::Code;
use crate::vm::boot::begin;
use crate::vm::{Vm, World};
use run::Run;
use std::sync::Arc;

/// Bounds of a search.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Events of one run: a longer one is cut, and the search is not complete.
    pub events: usize,
    /// Two ends with the same lines in another order are two.
    strict_order: bool,
}

/// Events of one run, unless said otherwise.
const EVENTS_MAX: usize = 10_000;

/// Events cut by patience after which the search begins again with more of it.
const CUTS: u64 = 16;

/// Mistakes that such searches invite, to be made on purpose, so that tests can show that they would find them.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// To reverse a race, its later thread is added where it can go on at once, and else nothing is.
    InitialsIgnored,
    /// Only the last event that conflicts is looked at.
    LastOnly,
    /// A thread that sleeps is not woken by what conflicts with its next event.
    NobodyWoken,
    /// What threads wait for at the end of a run is no access.
    WaitingForgotten,
}

/// How far a count has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Tally {
    /// Essentially different complete runs so far.
    pub traces: u64,
    /// Runs made in vain: nothing was left to do at their end, or they repeated another. 0 if the search is optimal.
    pub redundant: u64,
    /// Runs cut at the bound on events.
    pub cut: u64,
    /// Events executed.
    pub events: u64,
    /// Searches begun: each had more visible places than the one before.
    pub rounds: u32,
    /// There are no more.
    pub complete: bool,
}

/// A count of the essentially different runs of a program. It goes on in slices, and tells at any time what it knows.
pub struct Traces {
    root: Vm,
    run: Run,
    limits: Limits,
    mistake: Option<Mistake>,
    rounds: u32,
}

impl Traces {
    /// A count that has done nothing yet. Of the options, reductions do not concern it.
    pub fn new(image: &mut Vm, code: &Arc<Code>, options: &Options) -> Traces {
        Traces::with(image, code, options, EVENTS_MAX, None)
    }

    /// The same with another bound on the events of a run, and perhaps a mistake.
    #[doc(hidden)]
    pub fn with(
        image: &mut Vm,
        code: &Arc<Code>,
        options: &Options,
        events: usize,
        mistake: Option<Mistake>,
    ) -> Traces {
        let world = World { instruction_ns: 0, output_order: options.strict_order, ..options.world.clone() };
        let mut root = begin(&mut image.for_program(code).copy(), code, world);
        let limits = Limits { events, strict_order: options.strict_order };
        let run = Run::new(&mut root, Visible::new(false, options.patience), limits, mistake);
        Traces { root, run, limits, mistake, rounds: 1 }
    }

    /// Goes on by about `events` events; false if nothing is left to do.
    pub fn advance(&mut self, events: u64) -> bool {
        let until = self.run.counts.events + events;
        while self.run.counts.events < until {
            let more = self.run.advance();
            let impatient = self.run.hasty > CUTS && !self.run.visible.is_patient();
            if !self.run.hidden.is_empty() || impatient {
                self.restart();
                return true;
            }
            if !more {
                return false;
            }
        }
        true
    }

    /// Begins again with the places made visible at which threads were seen to meet, or else with more patience.
    fn restart(&mut self) {
        let mut visible = self.run.visible.clone();
        if self.run.hidden.is_empty() {
            visible.wait_longer();
        }
        for (a, b) in &self.run.hidden {
            visible.add(a, b);
        }
        self.run = Run::new(&mut self.root, visible, self.limits, self.mistake);
        self.rounds += 1;
    }

    /// How far it has come.
    pub fn tally(&self) -> Tally {
        let counts = &self.run.counts;
        Tally {
            traces: counts.runs - counts.repeated,
            redundant: counts.blocked + counts.repeated,
            cut: counts.cut,
            events: counts.events,
            rounds: self.rounds,
            complete: self.run.stack.is_empty() && counts.cut == 0 && counts.lost == 0,
        }
    }

    /// The ends so far in order of discovery, each with the number of traces that lead to it.
    pub fn ends(&self) -> &[(Outcome, u64)] {
        &self.run.ends
    }
}
