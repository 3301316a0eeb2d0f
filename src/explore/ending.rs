//! One way to end as a report has it: its schedule is played in an ordinary run, shortened, and its preemptions counted.

use super::Explorer;
use super::lost::lost_wake_ups;
use super::outcome::{ENDLESS, Kind, Outcome, text_of};
use super::report::Ended;
use crate::schedule::{Policy, Schedule, Script, run};
use crate::trace::{Knot, Names, Tape, Teller};
use crate::vm::step::Grain;
use crate::vm::thread::ThreadId;
use crate::vm::{Stream, Vm};
use std::collections::BTreeSet;

/// The first state in which the program ends so.
pub(super) fn first_state(explorer: &Explorer, end: u32) -> Option<u32> {
    explorer
        .search
        .ledger
        .graph
        .ends
        .iter()
        .filter(|(_, other)| **other == end)
        .map(|(state, _)| *state)
        .min()
}

/// Preemptions along a way whose states have been expanded.
pub(super) fn preemptions_of(explorer: &Explorer, threads: &[u16]) -> u32 {
    let graph = &explorer.search.ledger.graph;
    let (mut state, mut last, mut count) = (0, u16::MAX, 0);
    for &thread in threads {
        let edges = graph.edges(state);
        let could_go_on = !graph.timed.contains(&state) && edges.iter().any(|(other, _)| *other == last);
        count += u32::from(could_go_on && thread != last);
        let Some((_, to)) = edges.iter().find(|(other, _)| *other == thread) else { break };
        (state, last) = (*to, thread);
    }
    count
}

/// Switches of a schedule away from a thread that could have gone on.
pub(super) fn switches(explorer: &mut Explorer, schedule: &Schedule) -> u32 {
    let mut vm = explorer.beginning();
    let (mut count, mut last) = (0, ThreadId(0));
    for stretch in schedule.stretches() {
        count += u32::from(stretch.thread != last && vm.choices().contains(&last));
        for _ in 0..stretch.blocks {
            if !vm.choices().contains(&stretch.thread) {
                return count;
            }
            vm.step(stretch.thread, Grain::Block, REPLAY_MAX);
        }
        last = stretch.thread;
    }
    count
}

/// From the state to which `threads` lead, the program can only go round and round.
pub(super) fn never_ending(explorer: &mut Explorer, threads: &[u16], python: &str) -> Ended {
    let (schedule, vm) = explorer.schedule_of(threads);
    let outcome = Outcome { kind: Kind::Limit, limit: ROUND.into(), exit_code: 3, ..Outcome::of(&vm, false) };
    Ended {
        kind: Kind::Limit,
        stdout: text_of(&vm, Stream::Out, true),
        stderr: text_of(&vm, Stream::Err, true),
        exit_code: 3,
        exception: Some(ROUND.into()),
        schedule: schedule.to_string(),
        preemptions: preemptions_of(explorer, threads),
        steps: threads.len() as u32,
        least: false,
        replayed: true,
        python: vec![python.into()],
        blocked: vec![],
        no_return: None,
        no_return_text: None,
        key: Some(outcome),
    }
}

/// What is said of a program that has come to where it repeats itself.
const ROUND: &str = "from there on it repeats itself: no schedule ends it";

/// An end with its schedule, which is played in an ordinary run and shortened. Its counts are for the caller.
pub(super) fn ended(
    explorer: &mut Explorer,
    outcome: &Outcome,
    schedule: Schedule,
    found: Vm,
    python: &str,
) -> Ended {
    let ordered = explorer.options.strict_order;
    let endless = outcome.limit == ENDLESS;
    let played = if endless { None } else { replay(explorer, &schedule, REPLAY_MAX) };
    let (schedule, replayed) = match played {
        Some(vm) if Outcome::of(&vm, ordered) == *outcome => {
            let (schedule, vm) = shorten(explorer, schedule, vm, outcome);
            (schedule, Some(vm))
        }
        _ if endless => (schedule, None),
        _ => match nearby(explorer, &schedule, outcome) {
            Some((schedule, vm)) => (schedule, Some(vm)),
            None => (schedule, None),
        },
    };
    let end = replayed.as_ref().unwrap_or(&found);
    let blocked = match outcome.kind {
        Kind::Deadlock => {
            let (names, tape) = (Names::of(end), Tape::default());
            let mut said = Teller { vm: end, names: &names, tape: &tape }.knot(&Knot::of(end));
            if replayed.is_some() {
                said.extend(lost_wake_ups(explorer.beginning(), &schedule));
            }
            said
        }
        _ => vec![],
    };
    let limit = (!outcome.limit.is_empty()).then(|| outcome.limit.clone());
    Ended {
        kind: outcome.kind,
        stdout: text_of(end, Stream::Out, true),
        stderr: text_of(end, Stream::Err, true),
        exit_code: outcome.exit_code,
        exception: outcome.exceptions.first().map(|(_, text)| text.clone()).or(limit),
        schedule: schedule.to_string(),
        preemptions: 0,
        steps: 0,
        least: false,
        replayed: endless || replayed.is_some(),
        python: vec![python.into()],
        blocked,
        no_return: None,
        no_return_text: None,
        key: Some(outcome.clone()),
    }
}

/// Instructions that a replay may take.
pub(super) const REPLAY_MAX: u64 = 50_000_000;

/// Plays a schedule from the beginning, then CPython's default, to the end.
pub(super) fn replay(explorer: &mut Explorer, schedule: &Schedule, most: u64) -> Option<Vm> {
    let mut vm = explorer.beginning();
    let mut policy = Policy::Scripted(Script::new(schedule.clone()));
    run(&mut vm, &mut policy, most).ok()?;
    Some(vm)
}

/// Instructions that all attempts to come to an end by another way may take together.
const NEARBY_MAX: u64 = 20_000_000;

/// About what an atomic block takes.
const BLOCK: u64 = 30;

/// A schedule of an ordinary run, where instructions take time, for an end that was found where they take none: the way
/// up to some block, then one switch, then what CPython's default does.
fn nearby(explorer: &mut Explorer, schedule: &Schedule, outcome: &Outcome) -> Option<(Schedule, Vm)> {
    let (ordered, mut left) = (explorer.options.strict_order, NEARBY_MAX);
    let threads: BTreeSet<ThreadId> = schedule.stretches().iter().map(|stretch| stretch.thread).collect();
    for blocks in 0..=schedule.len() {
        for thread in threads.iter().copied() {
            let mut attempt = schedule.prefix(blocks);
            attempt.push(thread);
            let played = replay(explorer, &attempt, left);
            if let Some(vm) = played.as_ref()
                && Outcome::of(vm, ordered) == *outcome
            {
                return Some((attempt, played?));
            }
            // Of one that cannot be played it is not known how far it has come.
            left = left.checked_sub(played.as_ref().map_or(blocks * BLOCK, instructions) + BLOCK)?;
        }
    }
    None
}

/// Instructions that all threads have executed.
fn instructions(vm: &Vm) -> u64 {
    vm.thread_ids().map(|id| vm.thread(id).instructions).sum()
}

/// Leaves off what CPython's default does by itself; each shorter schedule is played before it is believed.
fn shorten(explorer: &mut Explorer, mut schedule: Schedule, mut vm: Vm, outcome: &Outcome) -> (Schedule, Vm) {
    let ordered = explorer.options.strict_order;
    // A shorter one that takes much longer leads elsewhere, perhaps nowhere.
    let used = instructions(&vm);
    while let Some(last) = schedule.stretches().last() {
        let shorter = schedule.prefix(schedule.len() - last.blocks);
        match replay(explorer, &shorter, used * 2 + 100_000) {
            Some(end) if Outcome::of(&end, ordered) == *outcome => (schedule, vm) = (shorter, end),
            _ => break,
        }
    }
    (schedule, vm)
}
