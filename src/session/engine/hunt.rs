//! The search over all schedules behind the page: its budget, and what it has found as rows.
//!
//! A hunt is moved on in batches between which every request is heard. It knows no clock: it is told when to stop.

use super::states::Courses;
use crate::explore::{Crew, Ended, Explorer, Kind, Met, Options, Remark, Verdict as Judged, remarks};
use crate::program::Code;
use crate::schedule::{Policy, Schedule, Script, run};
use crate::session::findings::{Findings, Halt, OutcomeRow, RaceRow, RemarkRow, SearchProgress, Verdict};
use crate::session::protocol::{Python, Serial};
use crate::session::view::{ActorId, EndingKind};
use crate::vm::{Vm, World};
use std::rc::Rc;
use std::sync::Arc;

/// Ways to end that the page is told of.
const OUTCOMES_MAX: usize = 60;
/// Races that it is told of.
const RACES_MAX: usize = 40;
/// Characters of output that it is told of each.
const OUTPUT_MAX: usize = 2_000;
/// Ways to end up to which they are told while the search goes on: each costs a few replays.
const TOLD_MAX: usize = 12;
/// Instructions that may be spent on a strip.
const STRIP_INSTRUCTIONS: u64 = 5_000_000;
/// Pieces of a strip.
const STRIP_PIECES: usize = 60;

/// Random schedules that are played when the budget is spent, and how many of them at a time.
const SAMPLES: u64 = 1_000;
const SAMPLES_AT_ONCE: u64 = 10;

/// A search that can be stopped and taken up again.
pub struct Hunt {
    explorer: Explorer,
    crew: Rc<Crew>,
    python: Python,
    /// The request that it is under way for; none while it is stopped.
    serial: Option<Serial>,
    /// The number of states, and the size of the memory, at which it stops by itself.
    states_max: u64,
    memory_max: u64,
    /// Ends and states when it last told what it had found.
    told: (u32, u64),
    /// The budget that is spent, and how many random schedules are still to be played.
    sampling: Option<(Halt, u64)>,
    /// The ways of runs through its states.
    courses: Courses,
}

/// What a batch came to.
pub enum Batch {
    /// It goes on; with what it has found, if that has become more.
    More(Option<Box<Findings>>),
    /// It is over.
    Over(Box<Findings>),
}

impl Hunt {
    /// A search that has not begun.
    pub fn new(image: &mut Vm, code: &Arc<Code>, world: World, python: Python) -> Hunt {
        let explorer = Explorer::new(image, code, Options { world, ..Options::default() });
        Hunt {
            explorer,
            crew: Rc::new(Crew::new(1)),
            python,
            serial: None,
            states_max: 0,
            memory_max: 0,
            told: (0, 0),
            sampling: None,
            courses: Courses::default(),
        }
    }

    /// Begins, or goes on, for this request.
    pub fn go_on(&mut self, serial: Serial, states: u64, bytes: u64) {
        self.serial = Some(serial);
        self.courses = Courses::default();
        self.sampling = None;
        self.states_max = self.explorer.progress().states.saturating_add(states);
        self.explorer.stop_at(self.states_max);
        // Workers without a common memory have one each; the tables, about half of it all, are in this one.
        let memories = if self.crew.is_carried() { self.crew.jobs() as u64 } else { 1 };
        self.memory_max = memory().saturating_add(bytes / 2 + bytes / 2 / memories);
    }

    /// The search itself, and the ways of runs through its states.
    pub fn parts(&mut self) -> (&mut Explorer, &mut Courses) {
        (&mut self.explorer, &mut self.courses)
    }

    /// From the next batch on these workers share it.
    pub fn join(&mut self, crew: Rc<Crew>) {
        self.crew = crew;
    }

    /// It can go on only once its workers have been heard.
    pub fn waits(&self) -> bool {
        self.sampling.is_none() && self.crew.is_carried() && self.explorer.waits()
    }

    /// The request that it is under way for.
    pub fn serial(&self) -> Option<Serial> {
        self.serial
    }

    /// How far it has come.
    pub fn progress(&self) -> SearchProgress {
        let now = self.explorer.progress();
        SearchProgress {
            states: now.states,
            transitions: now.transitions,
            depth: now.depth,
            waiting: now.waiting,
            ends: now.ends,
            jobs: self.crew.jobs() as u32,
            damaged: self.explorer.damage().is_some(),
        }
    }

    /// Goes on for one batch.
    pub fn batch(&mut self) -> Batch {
        if let Some((halt, left)) = self.sampling {
            self.explorer.sample(SAMPLES_AT_ONCE, None);
            let left = left.saturating_sub(SAMPLES_AT_ONCE);
            self.sampling = Some((halt, left));
            return if left == 0 { Batch::Over(self.stop(halt)) } else { Batch::More(None) };
        }
        let more = self.explorer.advance(&self.crew);
        let now = self.explorer.progress();
        let halt = if !more {
            Some(Halt::Complete)
        } else if now.states >= self.states_max {
            Some(Halt::States)
        } else if memory() >= self.memory_max {
            Some(Halt::Memory)
        } else {
            None
        };
        match halt {
            Some(Halt::Complete) => return Batch::Over(self.stop(Halt::Complete)),
            Some(halt) => {
                // What is too large to be searched is sampled.
                self.sampling = Some((halt, SAMPLES));
                return Batch::More(None);
            }
            None => {}
        }
        // The first ends are told at once, later ones whenever twice as many states have been seen.
        let first = self.told.0 == 0 && now.ends > 0;
        let doubled = now.ends > self.told.0 && now.states >= 2 * self.told.1;
        if (first || doubled) && now.ends as usize <= TOLD_MAX {
            self.told = (now.ends, now.states);
            return Batch::More(Some(self.findings(None)));
        }
        Batch::More(None)
    }

    /// Stops, and tells what is known.
    pub fn stop(&mut self, halt: Halt) -> Box<Findings> {
        self.serial = None;
        if halt == Halt::Complete {
            // The states stay for whoever looks at them; workers have nothing left to do.
            self.crew.dismiss();
        }
        self.findings(Some(halt))
    }

    /// Stops for good, and tells no more than where it was.
    pub fn give_up(&mut self) -> Box<Findings> {
        self.serial = None;
        Box::new(Findings { progress: self.progress(), halt: Some(Halt::Stopped), ..Findings::default() })
    }

    fn findings(&mut self, halt: Option<Halt>) -> Box<Findings> {
        let report = self.explorer.report();
        let remarks = remarks(&report).into_iter().map(remark).collect();
        let failures = report.outcomes.iter().filter(|end| end.is_failure()).count();
        let total = report.outcomes.len();
        let verdict = match report.verdict {
            Judged::Proved => Verdict::Proved,
            Judged::Counterexample => Verdict::Counterexample,
            Judged::Budget => Verdict::Budget,
        };
        let outcomes = report.outcomes.into_iter().take(OUTCOMES_MAX).map(|end| self.outcome(end)).collect();
        Box::new(Findings {
            verdict,
            progress: self.progress(),
            halt,
            outcomes,
            outcomes_total: total as u32,
            failures_total: failures as u32,
            samples: report.samples.iter().map(|sampled| sampled.runs).sum(),
            races: report.races.into_iter().take(RACES_MAX).map(race).collect(),
            remarks,
        })
    }

    fn outcome(&mut self, end: Ended) -> OutcomeRow {
        let failure = end.is_failure();
        let strip = if end.replayed { self.strip(&end.schedule) } else { vec![] };
        let kind = match end.kind {
            Kind::Exit => EndingKind::Exit,
            Kind::Exception => EndingKind::Exception,
            Kind::Deadlock => EndingKind::Deadlock,
            Kind::Limit => EndingKind::Limit,
        };
        OutcomeRow {
            kind,
            failure,
            output: shortened(end.stdout),
            exit_code: end.exit_code,
            detail: end.exception,
            blocked: end.blocked,
            no_return: end.no_return.zip(end.no_return_text),
            preemptions: end.preemptions,
            steps: end.steps,
            least: end.least,
            replayed: end.replayed,
            schedule: end.schedule,
            python: vec![self.python],
            strip,
        }
    }

    /// Who runs, and for how long, when a schedule is played to its end.
    fn strip(&mut self, schedule: &str) -> Vec<(ActorId, u64)> {
        let Ok(schedule) = Schedule::parse(schedule) else { return vec![] };
        let mut policy = Policy::Scripted(Script::new(schedule));
        let Ok(played) = run(&mut self.explorer.beginning(), &mut policy, STRIP_INSTRUCTIONS) else {
            return vec![];
        };
        let pieces = played.stretches().iter().map(|piece| (ActorId(piece.thread.0), piece.blocks));
        pieces.take(STRIP_PIECES).collect()
    }
}

impl Drop for Hunt {
    fn drop(&mut self) {
        self.crew.dismiss();
    }
}

fn remark(found: Remark) -> RemarkRow {
    let endless = found.cycle.is_some();
    let rounds = found.cycle.iter().flat_map(|cycle| [cycle.as_str(); 2]);
    let schedule = found.schedule.as_ref().map(|start| {
        let parts = std::iter::once(start.as_str()).chain(rounds).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(",")
    });
    RemarkRow { title: found.title, text: found.text, details: found.details, endless, schedule }
}

fn race(met: Met) -> RaceRow {
    let sides = met.threads.into_iter().zip(met.lines).zip(met.writes);
    RaceRow { place: met.place, sides: sides.map(|((who, line), writes)| (who, line, writes)).collect() }
}

fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(OUTPUT_MAX) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// The size of the machine's memory, where that is known: it never shrinks, so what a search takes beyond what was
/// there is what it is charged.
fn memory() -> u64 {
    #[cfg(target_arch = "wasm32")]
    {
        core::arch::wasm32::memory_size(0) as u64 * 65_536
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        0
    }
}
