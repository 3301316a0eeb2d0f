//! Livelock and starvation: a way into a round that can be repeated for ever, and for which nobody else is to blame.
//!
//! That a program can go round is not yet a fault: while one thread looks whether another is done, a scheduler that
//! never lets the other move is unfair. So a round counts only under a stated fairness (Lamport's weak and strong).
//!
//! - **Livelock, under strong fairness**: whoever can move in some state of the round moves in it, and the program does
//!   not end, though it could. Only programs that can end by themselves have livelocks here.
//! - **Starvation, under weak fairness**: whoever can move in all states of the round moves in it, but some thread can
//!   move in some of them, cannot in others, and never does. A strongly fair scheduler would let it.
//!
//! In a search time passes only when nobody can go on. A round in which none passes, though somebody only waits for it
//! who does not move in the round, would not last in reality, and is none here.

use super::Explorer;
use super::fair::{Round, livelocks, starvations};
use super::graph::Way;
use super::outcome::Kind;
use super::parts::{THREADS_MAX, Threads, enabled, members, only};
use super::stuck::lead_to_waits;
use super::unreached::{TRANSITIONS_MAX, executed};
use crate::schedule::Schedule;
use crate::trace::{Names, Tape, Teller, place_of};
use crate::vm::Vm;
use crate::vm::step::Grain;
use crate::vm::thread::{Status, ThreadId};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What goes wrong in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LassoKind {
    /// Everybody moves, and the program does not come to its end.
    Livelock,
    /// Somebody is passed over again and again.
    Starvation,
}

/// What is asked of a scheduler that may still go round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fairness {
    /// Whoever can always move moves.
    Weak,
    /// Whoever can move again and again moves.
    Strong,
}

/// A way into a round, and the round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lasso {
    /// What goes wrong.
    pub kind: LassoKind,
    /// The thread that is passed over; none at a livelock.
    pub thread: Option<String>,
    /// The line in which that thread stands; 0 if in none of the program's.
    pub line: Option<u32>,
    /// Who moves in the round.
    pub threads: Vec<String>,
    /// The lines that the round executes.
    pub lines: Vec<u32>,
    /// Under which fairness this can go on for ever.
    pub fairness: Fairness,
    /// From the round an end can still be reached.
    pub can_end: bool,
    /// A schedule that leads to where the round begins: the fewest preemptions, and among those the fewest steps.
    pub schedule: String,
    /// The schedule of the round.
    pub cycle: String,
    /// Preemptions before the round.
    pub preemptions: u32,
    /// Transitions before the round.
    pub steps: u32,
    /// An ordinary run came back to an equal state when it repeated the round.
    pub replayed: bool,
    /// The interpreter settings under which it can happen.
    pub python: Vec<String>,
}

/// The lassos: for each set of threads that go round one livelock, for each thread one starvation; none if they are not
/// known.
pub(super) fn lassos(explorer: &mut Explorer) -> Option<Vec<Lasso>> {
    let graph = explorer.graph();
    let many = graph.transitions() > TRANSITIONS_MAX;
    if !explorer.is_complete() || many || graph.thread_count() > THREADS_MAX {
        return None;
    }
    let ends_well = explorer.ends().iter().any(|end| matches!(end.kind, Kind::Exit | Kind::Exception));
    let mut found = if ends_well { livelocks(graph) } else { Vec::new() };
    found.append(&mut starvations(graph));
    let firsts: FxHashMap<u32, u32> = found.iter().map(|found| found.first).zip(0..).collect();
    let ways = graph.least_ways_to(&firsts, found.len());
    let fates = explorer.fates();
    // Of those that say the same, the one that is easiest to reach.
    let mut least: BTreeMap<(Option<u16>, Threads), (Way, Round)> = BTreeMap::new();
    for found in found {
        let Some(way) = firsts.get(&found.first).and_then(|at| ways[*at as usize].clone()) else { continue };
        let movers = found.threads.iter().fold(0, |all, thread| all | only(*thread));
        let key = (found.starves, if found.starves.is_some() { 0 } else { movers });
        let cost = |way: &Way, found: &Round| (way.preemptions, way.threads.len() + found.threads.len());
        if least.get(&key).is_none_or(|(other, known)| cost(&way, &found) < cost(other, known)) {
            least.insert(key, (way, found));
        }
    }
    let told = least.into_values().filter_map(|(way, found)| {
        let can_end = !fates.fate(found.first).is_without_end();
        lasso(explorer, &way, &found, can_end)
    });
    let mut told: Vec<Lasso> = told.collect();
    told.sort_by_key(|lasso| (lasso.kind, lasso.preemptions, lasso.steps));
    Some(told)
}

/// A round in words and schedules; none if the passing of time would end it.
fn lasso(explorer: &mut Explorer, way: &Way, found: &Round, can_end: bool) -> Option<Lasso> {
    let (mut schedule, mut vm) = explorer.schedule_of(&way.threads);
    let (mut cycle, mut state) = (Schedule::new(), found.first);
    let movers = found.threads.iter().fold(0, |all, thread| all | only(*thread));
    let (mut passes, mut waited_for) = (false, false);
    for thread in &found.threads {
        passes |= explorer.graph().timed.contains(&state);
        waited_for |= waits_for_time(&mut vm, !movers & !enabled(explorer.graph(), state));
        let (next, blocks) = explorer.follow(&mut vm, state, *thread)?;
        vm = next;
        for (id, blocks) in blocks {
            (0..blocks).for_each(|_| cycle.push(id));
        }
        state = explorer.graph().next(state, *thread)?;
    }
    if waited_for && !passes {
        return None;
    }
    let replayed = comes_round(explorer.beginning(), &mut schedule, &cycle);
    let mut again = vm.copy();
    // Where the round begins within a block, only the second time round shows the whole of it.
    let mut twice = cycle.clone();
    twice.extend(&cycle);
    let lines = executed(&explorer.code, &mut again, &twice);
    let (names, tape) = (Names::of(&vm), Tape::default());
    let teller = Teller { vm: &vm, names: &names, tape: &tape };
    let name = |thread: u16| teller.thread(ThreadId(thread.into()));
    let line = |thread: u16| place_of(&vm, ThreadId(thread.into())).map_or(0, |place| place.span().line);
    Some(Lasso {
        kind: if found.starves.is_some() { LassoKind::Starvation } else { LassoKind::Livelock },
        thread: found.starves.map(name),
        line: found.starves.map(line),
        threads: members(movers).map(name).collect(),
        lines,
        fairness: if found.starves.is_some() { Fairness::Weak } else { Fairness::Strong },
        can_end,
        schedule: schedule.to_string(),
        cycle: cycle.to_string(),
        preemptions: way.preemptions,
        steps: way.threads.len() as u32,
        replayed,
        python: vec![explorer.options.world.python.name().into()],
    })
}

/// True if one of the threads, which cannot move, waits for a moment that only comes when time passes.
fn waits_for_time(vm: &mut Vm, threads: Threads) -> bool {
    let mut vm = vm.copy();
    lead_to_waits(&mut vm, threads, &mut Schedule::new());
    let waits =
        |id: ThreadId| matches!(vm.thread(id).status, Status::Blocked(wait) if wait.deadline.is_some());
    vm.thread_ids().any(|id| id.0 < THREADS_MAX && threads & only(id.0 as u16) != 0 && waits(id))
}

/// Plays a schedule and the round behind it; true if that leads back to an equal state. If only the second time round
/// does, the first becomes part of the schedule: a thread then stood elsewhere within a block.
fn comes_round(mut vm: Vm, schedule: &mut Schedule, cycle: &Schedule) -> bool {
    if !play(&mut vm, schedule) {
        return false;
    }
    let first = vm.fingerprint();
    if !play(&mut vm, cycle) {
        return false;
    }
    let second = vm.fingerprint();
    if first == second {
        return true;
    }
    schedule.extend(cycle);
    play(&mut vm, cycle) && vm.fingerprint() == second
}

/// Instructions that one block of a replay may take.
const FUEL: u64 = 10_000_000;

fn play(vm: &mut Vm, schedule: &Schedule) -> bool {
    for stretch in schedule.stretches() {
        for _ in 0..stretch.blocks {
            if !vm.choices().contains(&stretch.thread) {
                return false;
            }
            vm.step(stretch.thread, Grain::Block, FUEL);
        }
    }
    true
}
