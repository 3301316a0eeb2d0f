//! The wait-for graph of one state, and the knot that nobody can untie.
//!
//! An edge goes from a thread to the one whose doing would end its wait (Holt 1972; Coffman, Elphick and Shoshani 1971).
//! A cycle of edges without a time-out is a deadlock, also while other threads still run.

use super::reason::{Reason, reason_of};
use super::tape::owner_of;
use crate::vm::Vm;
use crate::vm::step::Outlook;
use crate::vm::thread::{Status, ThreadId};

/// One thread that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Who waits.
    pub thread: ThreadId,
    /// For what.
    pub reason: Reason,
    /// It gives up by itself some time.
    pub timed: bool,
    /// Whose doing would end the wait, as far as it is known.
    pub whom: Vec<ThreadId>,
}

/// All waits of a state.
#[derive(Clone, Debug, Default)]
pub struct Knot {
    /// Who waits, by thread number.
    pub waiting: Vec<Waiting>,
    /// Threads that wait for each other for ever, each for the next; empty if there are none.
    pub cycle: Vec<ThreadId>,
    /// Nobody can go on.
    pub stuck: bool,
}

impl Knot {
    /// Reads a state.
    pub fn of(vm: &Vm) -> Knot {
        let waiting: Vec<Waiting> = vm.thread_ids().filter_map(|thread| waiting(vm, thread)).collect();
        let cycle = cycle(&waiting);
        Knot { waiting, cycle, stuck: vm.outlook() == Outlook::Deadlock }
    }
}

fn waiting(vm: &Vm, thread: ThreadId) -> Option<Waiting> {
    let Status::Blocked(wait) = vm.thread(thread).status else { return None };
    if vm.is_enabled(thread) {
        return None;
    }
    let reason = reason_of(vm, thread)?;
    let whom = match reason {
        Reason::Lock(lock) => owner_of(vm, lock).into_iter().collect(),
        Reason::Join(other) => vec![other],
        Reason::Shutdown => vm
            .thread_ids()
            .filter(|other| *other != thread && !vm.thread(*other).daemon)
            .filter(|other| vm.thread(*other).status != Status::Finished)
            .collect(),
        _ => vec![],
    };
    Some(Waiting { thread, reason, timed: wait.deadline.is_some(), whom })
}

/// The first cycle among waits without a time-out and with one thread to wait for.
fn cycle(waiting: &[Waiting]) -> Vec<ThreadId> {
    let next = |thread: ThreadId| {
        let wait = waiting.iter().find(|wait| wait.thread == thread && !wait.timed)?;
        match wait.whom[..] {
            [whom] => Some(whom),
            _ => None,
        }
    };
    for start in waiting {
        let mut way = vec![start.thread];
        while let Some(to) = next(way[way.len() - 1]) {
            if let Some(from) = way.iter().position(|thread| *thread == to) {
                way.drain(..from);
                return way;
            }
            way.push(to);
        }
    }
    vec![]
}
