//! Random schedules, for what is too large to be searched: they can find a failure, and never prove that there is none.
//!
//! * **Uniform**: any of the threads that can go on, at each switch point.
//! * **PCT** (Burckhardt and others, ASPLOS'10): threads have random priorities, the highest one that can go on does,
//!   and at `DEPTH - 1` random switch points the running thread becomes the lowest. A failure that needs `DEPTH`
//!   ordered steps is found with probability 1/(n·kᵈ⁻¹) or more in each run of n threads and k switch points.
//!
//! Every other run is PCT's. Runs are the ordinary machine's, with the clock of a search.

use super::outcome::Outcome;
use crate::schedule::{Schedule, roll};
use crate::vm::Vm;
use crate::vm::step::Grain;
use crate::vm::thread::{Status, ThreadId};
use rustc_hash::FxHashSet;

/// PCT's bug depth: with it PCT found nearly all failures of SCTBench (Thomson, Donaldson and Betts, TOPC'16).
const DEPTH: usize = 3;

/// Instructions that one run may take.
const RUN_MAX: u64 = 5_000_000;

/// Random runs from one state.
pub struct Sampler {
    dice: u64,
    /// Runs made.
    pub runs: u64,
    /// Different schedules among them.
    schedules: FxHashSet<u64>,
    /// Switch points of the longest run so far.
    length: u64,
}

impl Sampler {
    /// The same seed gives the same runs.
    pub fn new(seed: u64) -> Sampler {
        Sampler { dice: seed, runs: 0, schedules: FxHashSet::default(), length: 1 }
    }

    /// Number of different schedules so far.
    pub fn different(&self) -> usize {
        self.schedules.len()
    }

    /// One run to its end: the end and the schedule. None if it took too long.
    pub fn run(&mut self, root: &mut Vm, ordered: bool) -> Option<(Outcome, Schedule)> {
        let mut vm = root.copy();
        let mut schedule = Schedule::new();
        let mut course = if self.runs % 2 == 1 { Some(self.course()) } else { None };
        let mut trace = 0u64;
        let mut at = 0;
        loop {
            let choices = vm.choices();
            let Some(first) = choices.first().copied() else { break };
            let begins = vm.th.at_switch || vm.th.status != Status::Ready;
            let thread = match &mut course {
                _ if !begins || choices.len() == 1 => first,
                Some(course) => course.pick(&choices, at, &mut || roll(&mut self.dice)),
                None => choices[(roll(&mut self.dice) % choices.len() as u64) as usize],
            };
            if begins {
                schedule.push(thread);
                at += 1;
                trace = (trace ^ u64::from(thread.0)).wrapping_mul(0x0100_0000_01b3);
            }
            vm.step(thread, Grain::Block, RUN_MAX);
            if vm.thread(thread).instructions > RUN_MAX {
                return None;
            }
        }
        self.runs += 1;
        self.length = self.length.max(at);
        self.schedules.insert(trace);
        Some((Outcome::of(&vm, ordered), schedule))
    }

    fn course(&mut self) -> Course {
        let length = self.length;
        let changes = (1..DEPTH).map(|_| roll(&mut self.dice) % length).collect();
        Course { priorities: Vec::new(), changes, lowest: 0 }
    }
}

/// The priorities of one run of PCT.
struct Course {
    /// By thread number: priority.
    priorities: Vec<i64>,
    /// At which switch points the running thread falls behind.
    changes: Vec<u64>,
    lowest: i64,
}

impl Course {
    fn pick(&mut self, choices: &[ThreadId], at: u64, roll: &mut dyn FnMut() -> u64) -> ThreadId {
        let most = choices.iter().map(|id| id.0 as usize).max().unwrap_or(0);
        while self.priorities.len() <= most {
            self.priorities.push((roll() >> 2) as i64 + 1);
        }
        let highest = |priorities: &[i64]| {
            choices.iter().copied().max_by_key(|id| priorities[id.0 as usize]).unwrap_or(ThreadId(0))
        };
        let chosen = highest(&self.priorities);
        if self.changes.contains(&at) {
            self.lowest -= 1;
            self.priorities[chosen.0 as usize] = self.lowest;
            return highest(&self.priorities);
        }
        chosen
    }
}
