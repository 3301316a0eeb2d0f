//! Sampled schedules, for what is too large to be searched: they can find a failure, and never prove that there is none.
//!
//! A decision is made only where something can be seen by others: before an access to a place that two threads were
//! seen to touch, one of them writing (`shared`). Starting a thread is no decision: whoever is in `Thread.start` and
//! whoever has not come to its own function yet goes on. Each strategy has a file: [`Strategy`] says what they do.
//!
//! Runs are the ordinary machine's, with the clock of a search. The same seed gives the same runs.

mod pct;
mod pos;
mod reversal;
mod shared;
mod stage;
mod surw;

use super::outcome::Outcome;
use crate::schedule::{Schedule, roll};
use crate::vm::Vm;
use crate::vm::thread::ThreadId;
use pct::Pct;
use pos::Pos;
use reversal::{Plan, Reversal};
use rustc_hash::FxHashSet;
use shared::{Profile, Shared};
use stage::Stage;
use surw::Surw;

/// How a run is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// Any of the threads that can go on, at each decision.
    Uniform,
    /// Priorities, and one or two moments at which the running thread falls behind (Burckhardt and others, ASPLOS'10).
    Pct,
    /// A priority for each pending event, drawn anew when it races with the one executed (Yuan, Yang and Gu, CAV'18).
    Pos,
    /// Threads in proportion to the events they have left, of a chosen place (Zhao and others, ASPLOS'25).
    Surw,
    /// Three plain schedules, and then each with the order of one pair of events reversed that it has shown. The idea is
    /// that of active testing (Sen, PLDI'08) and of choosing who reads from whom (Wolff and others, ASPLOS'24).
    Reversal,
}

impl Strategy {
    /// All of them, in the order in which they take turns.
    pub const ALL: [Strategy; 5] =
        [Strategy::Reversal, Strategy::Uniform, Strategy::Pos, Strategy::Pct, Strategy::Surw];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Strategy::Uniform => "uniform",
            Strategy::Pct => "pct",
            Strategy::Pos => "pos",
            Strategy::Surw => "surw",
            Strategy::Reversal => "reversal",
        }
    }

    /// The strategy with this name.
    pub fn parse(name: &str) -> Option<Strategy> {
        Strategy::ALL.into_iter().find(|strategy| strategy.name() == name)
    }
}

/// What was sampled by one strategy.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Sampled {
    /// The strategy.
    pub strategy: Strategy,
    /// Runs made.
    pub runs: u64,
    /// Different schedules among them; two runs with the same decisions are one.
    pub different: u64,
    /// Runs that were given up because they did not end within the instructions allowed.
    pub cut: u64,
}

/// What decides in one run.
enum Course {
    Uniform,
    Pct(Pct),
    Pos(Pos),
    Surw(Surw),
    Reversal(Reversal),
}

/// Sampled runs from one state, by all strategies; they share what was learned about the program.
pub struct Sampler {
    dice: u64,
    shared: Shared,
    /// By strategy, in the order of [`Strategy::ALL`].
    done: [Tally; Strategy::ALL.len()],
    plan: Plan,
    /// The events of the last run.
    profile: Option<Profile>,
    /// Decisions of the longest run so far.
    length: u64,
}

#[derive(Default)]
struct Tally {
    runs: u64,
    cut: u64,
    different: FxHashSet<u64>,
}

/// In one of so many runs threads can be overtaken by each other while others are still to be started.
const GATHER: u64 = 3;

impl Sampler {
    /// The same seed gives the same runs.
    pub fn new(seed: u64) -> Sampler {
        Sampler {
            dice: seed,
            shared: Shared::default(),
            done: Default::default(),
            plan: Plan::default(),
            profile: None,
            length: 1,
        }
    }

    /// What was sampled so far, without the strategies of which there was no run.
    pub fn tallies(&self) -> Vec<Sampled> {
        let all = Strategy::ALL.into_iter().zip(&self.done).map(|(strategy, tally)| Sampled {
            strategy,
            runs: tally.runs,
            different: tally.different.len() as u64,
            cut: tally.cut,
        });
        all.filter(|sampled| sampled.runs > 0).collect()
    }

    /// The strategy whose turn it is.
    pub fn next(&self) -> Strategy {
        let least = (0..Strategy::ALL.len()).min_by_key(|at| (self.done[*at].runs, *at)).unwrap_or(0);
        Strategy::ALL[least]
    }

    /// One run to its end: the end and the schedule. None if it took too long.
    pub fn run(&mut self, root: &mut Vm, ordered: bool, strategy: Strategy) -> Option<(Outcome, Schedule)> {
        let at = Strategy::ALL.iter().position(|other| *other == strategy).unwrap_or(0);
        let nth = self.done[at].runs;
        self.done[at].runs += 1;
        let course = self.course(strategy, nth);
        let gathers = strategy == Strategy::Reversal || nth % GATHER != GATHER - 1;
        let mut stage = Stage::new(root, &mut self.shared, gathers);
        let (trace, decisions) = play(&mut stage, course, &mut self.plan, &mut self.dice);
        let Stage { vm, schedule, profile, dead, .. } = stage;
        self.length = self.length.max(decisions);
        self.profile = Some(profile);
        self.shared.runs += 1;
        self.done[at].different.insert(trace);
        if dead {
            self.done[at].cut += 1;
            return None;
        }
        Some((Outcome::of(&vm, ordered), schedule))
    }

    fn course(&mut self, strategy: Strategy, nth: u64) -> Course {
        match strategy {
            Strategy::Uniform => Course::Uniform,
            // Depth 2 and 3 in turn: with 3 PCT found nearly all failures of SCTBench (Thomson, Donaldson and Betts,
            // TOPC'16).
            Strategy::Pct => Course::Pct(Pct::new(1 + nth % 2, self.length, &mut self.dice)),
            Strategy::Pos => Course::Pos(Pos::default()),
            Strategy::Surw => Course::Surw(Surw::new(self.profile.as_ref(), nth, &mut self.dice)),
            Strategy::Reversal => Course::Reversal(self.plan.next(&mut self.dice)),
        }
    }
}

/// Plays a run; returns a hash of its decisions and their number.
fn play(stage: &mut Stage, mut course: Course, plan: &mut Plan, dice: &mut u64) -> (u64, u64) {
    let (mut trace, mut decisions) = (0u64, 0u64);
    while let Some(choices) = stage.choices() {
        let thread = match &mut course {
            _ if choices.len() == 1 => choices[0],
            Course::Uniform => any(&choices, dice),
            Course::Pct(pct) => pct.pick(&choices, decisions, dice),
            Course::Pos(pos) => pos.pick(stage, &choices, dice),
            Course::Surw(surw) => surw.pick(stage, &choices, dice),
            Course::Reversal(reversal) => reversal.pick(stage, &choices),
        };
        if choices.len() > 1 {
            decisions += 1;
            trace = (trace ^ u64::from(thread.0)).wrapping_mul(0x0100_0000_01b3).rotate_left(17);
        }
        stage.advance(thread);
        match &mut course {
            Course::Uniform | Course::Pct(_) => {}
            Course::Pos(pos) => pos.done(thread),
            Course::Surw(surw) => surw.done(stage, thread),
            Course::Reversal(reversal) => reversal.done(stage, thread),
        }
    }
    if let Course::Reversal(reversal) = course {
        plan.learn(&reversal, &stage.log, stage.shared);
    }
    (trace, decisions)
}

/// Any of them.
fn any(choices: &[ThreadId], dice: &mut u64) -> ThreadId {
    choices[(roll(dice) % choices.len() as u64) as usize]
}
