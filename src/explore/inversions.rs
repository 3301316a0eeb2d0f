//! Locks that threads take in different orders, each confirmed by a schedule that ends in the deadlock.
//!
//! Read off the states of the deadlocks found: threads of which each holds a lock that the next one wants. So an
//! inversion behind a gate, a further lock that each of them holds meanwhile, is none: no schedule ends in it. What no
//! deadlock of the report shows is not reported.

use super::Explorer;
use super::outcome::Kind;
use super::report::Ended;
use crate::schedule::{Policy, Schedule, Script};
use crate::trace::{Knot, Names, Reason, Tape, Teller, place_of};
use crate::vm::Vm;
use crate::vm::step::{Event, Grain};
use crate::vm::thread::ThreadId;
use crate::vm::value::Id;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// A circle of threads: each holds a lock and wants that of the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inversion {
    /// The threads.
    pub threads: Vec<String>,
    /// By thread: the lock that it holds. The next thread's is the one that it wants.
    pub locks: Vec<String>,
    /// By thread: the line in which it has taken that lock.
    pub taken: Vec<u32>,
    /// By thread: the line in which it wants the next one's.
    pub wanted: Vec<u32>,
    /// The number of the deadlock among the outcomes, from 1.
    pub outcome: u32,
    /// The schedule that ends in it.
    pub schedule: String,
}

/// Instructions that a replay may take.
const REPLAY_MAX: u64 = 10_000_000;

/// The inversions that the deadlocks among `outcomes` show, each once.
pub(super) fn inversions(explorer: &mut Explorer, outcomes: &[Ended]) -> Vec<Inversion> {
    let mut found: Vec<Inversion> = Vec::new();
    for (at, end) in outcomes.iter().enumerate().filter(|(_, end)| end.kind == Kind::Deadlock && end.replayed)
    {
        let Ok(schedule) = Schedule::parse(&end.schedule) else { continue };
        let (vm, lines) = replay(explorer.beginning(), schedule);
        let Some(mut inversion) = circle(&vm, &lines) else { continue };
        (inversion.outcome, inversion.schedule) = (at as u32 + 1, end.schedule.clone());
        if !found.iter().any(|other| (&other.taken, &other.wanted) == (&inversion.taken, &inversion.wanted)) {
            found.push(inversion);
        }
    }
    found
}

/// Gives each inversion the number that its outcome has now.
pub(super) fn renumber(inversions: &mut [Inversion], outcomes: &[Ended]) {
    for inversion in inversions {
        let at = outcomes.iter().position(|end| end.schedule == inversion.schedule);
        inversion.outcome = at.map_or(inversion.outcome, |at| at as u32 + 1);
    }
}

/// Plays a schedule to its end; with the lines in which locks were taken last.
fn replay(mut vm: Vm, schedule: Schedule) -> (Vm, FxHashMap<Id, u32>) {
    let mut policy = Policy::Scripted(Script::new(schedule));
    let (mut lines, mut used) = (FxHashMap::default(), 0);
    while let Ok(Some(thread)) = policy.choose(&vm) {
        let line = line_of(&vm, thread);
        let before = vm.thread(thread).instructions;
        // Step by step, since a block may take a lock lines after its beginning.
        vm.step(thread, Grain::Step, REPLAY_MAX);
        for event in &vm.events {
            if let Event::Acquired(_, lock, _) = event {
                lines.insert(*lock, line);
            }
        }
        used += vm.thread(thread).instructions - before;
        if used > REPLAY_MAX {
            break;
        }
    }
    (vm, lines)
}

fn line_of(vm: &Vm, thread: ThreadId) -> u32 {
    place_of(vm, thread).map_or(0, |place| place.span().line)
}

/// The circle of threads in which a state stands, if all of them wait for locks.
fn circle(vm: &Vm, lines: &FxHashMap<Id, u32>) -> Option<Inversion> {
    let knot = Knot::of(vm);
    if knot.cycle.len() < 2 {
        return None;
    }
    let wants = |thread: &ThreadId| {
        let waiting = knot.waiting.iter().find(|waiting| waiting.thread == *thread)?;
        match waiting.reason {
            Reason::Lock(lock) => Some(lock),
            _ => None,
        }
    };
    let wanted: Vec<Id> = knot.cycle.iter().map(wants).collect::<Option<_>>()?;
    let (names, tape) = (Names::of(vm), Tape::default());
    let teller = Teller { vm, names: &names, tape: &tape };
    // What a thread holds is what the one before it in the circle wants.
    let held: Vec<Id> = (0..wanted.len()).map(|at| wanted[(at + wanted.len() - 1) % wanted.len()]).collect();
    let name = |lock: &Id| names.get(*lock).unwrap_or("a lock").to_string();
    Some(Inversion {
        threads: knot.cycle.iter().map(|thread| teller.thread(*thread)).collect(),
        locks: held.iter().map(name).collect(),
        taken: held.iter().map(|lock| lines.get(lock).copied().unwrap_or(0)).collect(),
        wanted: knot.cycle.iter().map(|thread| line_of(vm, *thread)).collect(),
        outcome: 0,
        schedule: String::new(),
    })
}
