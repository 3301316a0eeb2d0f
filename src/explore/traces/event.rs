//! One event: what a thread does up to and with the first atomic block that touches a visible place.
//!
//! Blocks before it touch nothing that two threads ever meet at, so they commute with everything and belong to it. A
//! wait is no event: until what it waits for has come, the thread cannot go on, and stands where it stood before it
//! asked. An attempt that has done something visible before it waits is one, and the wait's end is the next.

use crate::explore::place::{Footprint, Visible};
use crate::vm::Vm;
use crate::vm::footprint::{Touch, special};
use crate::vm::step::{Event, Grain, Outlook, Stop};
use crate::vm::thread::{Status, ThreadId, Wait, WaitKind};
use crate::vm::value::Id;

/// Instructions that one block may take before its thread is called endless.
const FUEL: u64 = 3_000_000;

/// What an event did, as far as other events depend on it.
#[derive(Debug)]
pub struct Deed {
    /// Who did it.
    pub thread: ThreadId,
    /// The visible places that it touched.
    pub touched: Footprint,
    /// The threads that it started.
    pub starts: Vec<ThreadId>,
    /// Time passed for it, because nobody could go on otherwise.
    pub timed: bool,
}

impl Deed {
    /// True if the two cannot be exchanged.
    pub fn depends_on(&self, other: &Deed) -> bool {
        self.thread == other.thread
            || self.starts.contains(&other.thread)
            || other.starts.contains(&self.thread)
            || self.touched.depends_on(&other.touched)
    }
}

/// What became of a thread's attempt.
pub enum Tried {
    /// An event: the state after it, what it did, and what else it touched. `cut`: patience ended it, nothing visible.
    Done { state: Box<Vm>, deed: Deed, private: Footprint, cut: bool },
    /// It must wait; this is what it touched up to there and looks at. `settled`: more events of others can end the
    /// wait, never fewer.
    Waits { looked: Footprint, settled: bool },
    /// It goes on without end, and touches only this.
    Endless { looked: Footprint },
}

/// Lets `thread` try to make one event from `state`, which stays as it is.
pub fn attempt(state: &mut Vm, thread: ThreadId, visible: &Visible) -> Tried {
    attempt_seen(state, thread, visible, &mut |_| {})
}

/// The footprints of the blocks that such an attempt takes, in order.
pub fn blocks_of(state: &mut Vm, thread: ThreadId, visible: &Visible) -> Vec<Footprint> {
    let mut blocks = Vec::new();
    attempt_seen(state, thread, visible, &mut |block| blocks.push(settled(block.clone())));
    blocks
}

fn attempt_seen(
    state: &mut Vm,
    thread: ThreadId,
    visible: &Visible,
    seen: &mut dyn FnMut(&Footprint),
) -> Tried {
    let timed = !state.is_enabled(thread);
    if timed && !state.choices().contains(&thread) {
        return held(state, thread);
    }
    let mut vm = Box::new(state.copy());
    vm.heap.trail.set(true);
    let (mut touched, mut starts, mut blocks) = (Footprint::default(), Vec::new(), 0);
    touched.global = timed;
    let cut = loop {
        // From the first start on, so that what was made before is called as in an ordinary run.
        vm.heap.fresh_names = vm.threads.len() > 1;
        let stop = vm.step(thread, Grain::Block, FUEL);
        blocks += 1;
        let awaited = wait_of(&vm, thread).filter(|wait| wait.deadline.is_none());
        let looks_at = |touch: &Touch| awaited.is_some_and(|wait| is_look(wait.kind, touch));
        let here = vm.thread(thread).instructions;
        let asked = |id: &Id| looks_at(&Touch::look(*id)) && visible.has(&Touch::look(*id));
        let has_asked = vm.heap.trail.has_asked(here, asked);
        let mut block = Footprint::default();
        block.add_block(&vm);
        seen(&block);
        touched.extend(&block);
        for event in &vm.events {
            if let Event::Started(_, new) = event {
                starts.push(*new);
            }
        }
        let shows = timed
            || has_asked
            || block.global
            || !starts.is_empty()
            || block.touches().iter().any(|touch| visible.has(touch) && !looks_at(touch));
        match stop {
            Stop::Fuel => return Tried::Endless { looked: settled(touched) },
            Stop::Blocked if awaited.is_some() && !shows => {
                let looked = settled(touched);
                return Tried::Waits { looked, settled: awaited.is_some_and(|wait| is_settled(wait.kind)) };
            }
            Stop::Switch | Stop::Step if !shows => {
                if blocks < visible.patience {
                    continue;
                }
                if visible.is_patient() {
                    return Tried::Endless { looked: settled(touched) };
                }
                break true;
            }
            _ => break false,
        }
    };
    vm.heap.trail.set(false);
    let (touched, private) = settled(touched).part(visible);
    Tried::Done { state: vm, deed: Deed { thread, touched, starts, timed }, private, cut }
}

fn settled(mut footprint: Footprint) -> Footprint {
    footprint.settle();
    footprint
}

fn wait_of(vm: &Vm, thread: ThreadId) -> Option<Wait> {
    match vm.thread(thread).status {
        Status::Blocked(wait) => Some(wait),
        _ => None,
    }
}

/// True for a wait that ends by itself once others have gone far enough.
fn is_settled(kind: WaitKind) -> bool {
    matches!(kind, WaitKind::Join(_) | WaitKind::Shutdown)
}

/// True if the touch is the look at what is waited for.
fn is_look(kind: WaitKind, touch: &Touch) -> bool {
    match kind {
        WaitKind::Lock(lock) => touch.id == lock && !touch.write,
        WaitKind::Join(other) => touch.id == special::ended(other.0),
        WaitKind::Shutdown => special::is_special(touch.id) && !touch.write,
        WaitKind::Sleep | WaitKind::Forever => false,
    }
}

/// A thread that stands in its wait already.
fn held(state: &Vm, thread: ThreadId) -> Tried {
    let settled = wait_of(state, thread).is_some_and(|wait| is_settled(wait.kind));
    Tried::Waits { looked: Footprint::of_wait(state, thread), settled }
}

/// Nobody can go on: leads each of `threads` to where it waits. Says how things stand then.
pub fn lead_to_waits(vm: &mut Vm, threads: &[ThreadId]) -> Outlook {
    for &thread in threads {
        while vm.ending.is_none() && vm.is_enabled(thread) {
            if vm.step(thread, Grain::Block, FUEL) == Stop::Fuel {
                break;
            }
        }
    }
    vm.outlook()
}
