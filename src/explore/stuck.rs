//! Partial deadlocks: threads that wait for ever while others go on.
//!
//! A thread is stuck in a state if it makes no transition in any state that can be reached from there. That is a
//! finding if it is in a circle of threads of which each waits for the next, or if the program cannot end without it
//! (it is no daemon) and nobody who can still move could let it go; and who waits for such a thread belongs to it.
//! What every continuation turns into a deadlock of the whole program stands among the outcomes and is left out, so is
//! a wait that ends by itself.

use super::Explorer;
use super::graph::Way;
use super::outcome::Kind;
use super::parts::{Part, THREADS_MAX, Threads, enabled, members, only};
use super::unreached::{ROUNDS, TRANSITIONS_MAX};
use crate::schedule::Schedule;
use crate::trace::{Knot, Names, Reason, Tape, Teller, Waiting, place_of};
use crate::vm::Vm;
use crate::vm::step::{Grain, Stop};
use crate::vm::thread::{Status, ThreadId};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// Threads that never move again, though the program goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stuck {
    /// The threads.
    pub threads: Vec<String>,
    /// For each of them, for what it waits.
    pub waits_for: Vec<String>,
    /// For each of them, in which line; 0 if in none of the program's.
    pub lines: Vec<u32>,
    /// A sentence for each.
    pub blocked: Vec<String>,
    /// A schedule that ends where they wait: the fewest preemptions, and among those the fewest steps.
    pub schedule: String,
    /// Switches away from a thread that could have gone on.
    pub preemptions: u32,
    /// Transitions.
    pub steps: u32,
    /// The interpreter settings under which it can happen.
    pub python: Vec<String>,
}

/// Who waits for what.
type Group = Vec<(ThreadId, Reason)>;

/// The partial deadlocks, those with the fewest preemptions first; none if they are not known.
pub(super) fn stuck(explorer: &mut Explorer) -> Option<Vec<Stuck>> {
    if !explorer.is_complete() || explorer.graph().transitions() > TRANSITIONS_MAX {
        return None;
    }
    let still = resting(explorer)?;
    let wanted: Vec<bool> = still.iter().map(|threads| *threads != 0).collect();
    let mut groups: Vec<Group> = Vec::new();
    let mut numbers: FxHashMap<Group, u32> = FxHashMap::default();
    let mut group_of: FxHashMap<u32, u32> = FxHashMap::default();
    if wanted.contains(&true) {
        explorer.visit_wanted(&wanted, |_, state, vm| {
            let mut vm = vm.copy();
            lead_to_waits(&mut vm, still[state as usize], &mut Schedule::new());
            let group: Group = knotted(&vm, still[state as usize]).iter().map(who).collect();
            if !group.is_empty() {
                let number = *numbers.entry(group.clone()).or_insert_with(|| {
                    groups.push(group);
                    groups.len() as u32 - 1
                });
                group_of.insert(state, number);
            }
            true
        });
    }
    let ways = explorer.graph().least_ways_to(&group_of, groups.len());
    let found = groups.iter().zip(ways).filter(|(group, _)| {
        // Who comes later and waits for one of them makes it no other finding.
        !groups.iter().any(|other| other.len() < group.len() && other.iter().all(|wait| group.contains(wait)))
    });
    let found: Vec<Way> = found.filter_map(|(_, way)| way).collect();
    let mut found: Vec<Stuck> =
        found.iter().map(|way| told(explorer, way, still[way.state as usize])).collect();
    found.sort_by_key(|stuck| (stuck.preemptions, stuck.steps));
    Some(found)
}

fn who(waiting: &Waiting) -> (ThreadId, Reason) {
    (waiting.thread, waiting.reason)
}

/// For each state in which somebody can move: who has not ended, and rests in all that can follow, of which something
/// is no deadlock. None if there are too many threads.
fn resting(explorer: &mut Explorer) -> Option<Vec<Threads>> {
    let graph = explorer.graph();
    let states = graph.states();
    if graph.thread_count() > THREADS_MAX {
        return None;
    }
    let parts = Part { graph, states: &states, without: 0 }.strong();
    let mut part_of = vec![0; states.len()];
    for (number, part) in parts.iter().enumerate() {
        part.iter().for_each(|state| part_of[*state as usize] = number);
    }
    // Who moves in a part or behind it.
    let mut moves: Vec<Threads> = vec![0; parts.len()];
    // States in which a run ends well or goes round.
    let mut lasting = vec![false; states.len()];
    for (number, part) in parts.iter().enumerate() {
        for (state, (_, to)) in
            part.iter().flat_map(|state| graph.edges(*state).iter().map(move |edge| (state, edge)))
        {
            moves[number] |= enabled(graph, *state) | moves[part_of[*to as usize]];
            lasting[part[0] as usize] |= part_of[*to as usize] == number;
        }
    }
    for (state, end) in &graph.ends {
        let kind = explorer.ends()[*end as usize].kind;
        lasting[*state as usize] |= kind == Kind::Exit || kind == Kind::Exception;
    }
    let mut unfinished: Vec<Threads> = vec![0; parts.len()];
    explorer.visit_wanted(&lasting, |_, state, vm| {
        let lives = |id: &ThreadId| id.0 < THREADS_MAX && vm.thread(*id).status != Status::Finished;
        let living = vm.thread_ids().filter(lives).fold(0, |all, id| all | only(id.0 as u16));
        let part = part_of[state as usize];
        unfinished[part] |= living & !moves[part];
        true
    });
    let graph = explorer.graph();
    for (number, part) in parts.iter().enumerate() {
        for (_, to) in part.iter().flat_map(|state| graph.edges(*state)) {
            unfinished[number] |= unfinished[part_of[*to as usize]];
        }
    }
    let rests = |state: &u32| {
        let part = part_of[*state as usize];
        if graph.edges(*state).is_empty() { 0 } else { unfinished[part] & !moves[part] }
    };
    Some(states.iter().map(rests).collect())
}

/// Lets threads that rest go on to where they wait; notes the atomic blocks that this takes.
pub(super) fn lead_to_waits(vm: &mut Vm, threads: Threads, schedule: &mut Schedule) {
    for id in members(threads).map(|thread| ThreadId(thread.into())) {
        for _ in 0..ROUNDS {
            if (id.0 as usize) >= vm.threads.len() || !vm.is_enabled(id) {
                break;
            }
            if vm.step(id, Grain::Block, 1) != Stop::Fuel {
                schedule.push(id);
            }
        }
    }
}

/// Those of the threads that rest whose wait is a finding.
fn knotted(vm: &Vm, resting: Threads) -> Vec<Waiting> {
    let rests = |id: ThreadId| id.0 < THREADS_MAX && resting & only(id.0 as u16) != 0;
    let mut left = Knot::of(vm).waiting;
    left.retain(|wait| rests(wait.thread) && !wait.timed);
    // Everything that depends on somebody who moves, or on nobody in particular, is no circle.
    let is_ours = |wait: &Waiting| {
        let moved = wait.whom.iter().any(|id| !rests(*id) && vm.thread(*id).status != Status::Finished);
        let on_thread = matches!(wait.reason, Reason::Join(_) | Reason::Shutdown | Reason::Forever);
        !moved && !on_thread && !vm.thread(wait.thread).daemon
    };
    let mut found: Vec<Waiting> = Vec::new();
    for wait in &left {
        if is_ours(wait) || is_in_circle(&left, wait.thread) {
            found.push(wait.clone());
        }
    }
    loop {
        let ours = |id: &ThreadId| found.iter().any(|wait| wait.thread == *id);
        let behind =
            |wait: &&Waiting| !ours(&wait.thread) && !wait.whom.is_empty() && wait.whom.iter().all(ours);
        let more: Vec<Waiting> = left.iter().filter(behind).cloned().collect();
        if more.is_empty() {
            break;
        }
        found.extend(more);
    }
    found.sort_by_key(|wait| wait.thread);
    found
}

/// True if following who waits for whom leads back to the thread.
fn is_in_circle(waiting: &[Waiting], thread: ThreadId) -> bool {
    let mut at = thread;
    for _ in waiting {
        let Some(wait) = waiting.iter().find(|wait| wait.thread == at) else { return false };
        let [whom] = wait.whom[..] else { return false };
        if whom == thread {
            return true;
        }
        at = whom;
    }
    false
}

fn told(explorer: &mut Explorer, way: &Way, resting: Threads) -> Stuck {
    let (mut schedule, mut vm) = explorer.schedule_of(&way.threads);
    let mut ahead = vm.copy();
    lead_to_waits(&mut ahead, resting, &mut Schedule::new());
    let group = knotted(&ahead, resting);
    let threads = group.iter().fold(0, |all, wait| all | only(wait.thread.0 as u16));
    lead_to_waits(&mut vm, threads, &mut schedule);
    let (names, tape) = (Names::of(&vm), Tape::default());
    let teller = Teller { vm: &vm, names: &names, tape: &tape };
    Stuck {
        threads: group.iter().map(|wait| teller.thread(wait.thread)).collect(),
        waits_for: group.iter().map(|wait| teller.reason(wait.reason)).collect(),
        lines: group
            .iter()
            .map(|wait| place_of(&vm, wait.thread).map_or(0, |place| place.span().line))
            .collect(),
        blocked: group.iter().map(|wait| teller.wait(wait)).collect(),
        schedule: schedule.to_string(),
        preemptions: way.preemptions,
        steps: way.threads.len() as u32,
        python: vec![explorer.options.world.python.name().into()],
    }
}
