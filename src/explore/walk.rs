//! One transition: a thread goes on from a state until it has done something that others can see.
//!
//! Blocks that touch no visible place are fused with the next one that does; since nobody can tell when they are done,
//! they are done late. A wait without a time limit is no transition of its own: until what it waits for has come the
//! thread cannot move, and stands where it stood.

use super::place::{Footprint, Visible};
use crate::vm::Vm;
use crate::vm::footprint::{Touch, special};
use crate::vm::step::{Event, Grain, Stop};
use crate::vm::thread::{Status, ThreadId, WaitKind};

/// Instructions that one transition may take before the search calls it endless.
pub const FUEL: u64 = 3_000_000;

/// What became of a thread's attempt to move.
pub enum Move {
    /// It has moved: the state after it.
    To(Box<Vm>),
    /// It waits for something that others must do first.
    Blocked,
    /// It does not come to anything that others can see: an endless loop, or a very long one.
    Endless,
}

/// An attempt to move, with what it touched and how many atomic blocks it took.
pub struct Attempt {
    /// Its result.
    pub to: Move,
    /// What it touched, up to the wait if it is blocked.
    pub footprint: Footprint,
    /// Atomic blocks, as a schedule counts them.
    pub blocks: u64,
    /// It was cut short: patience was at its end.
    pub cut: bool,
}

/// Lets `thread` try to make one transition from `state`, which stays as it is.
pub fn attempt(state: &mut Vm, thread: ThreadId, visible: &Visible) -> Attempt {
    let mut vm = state.copy();
    vm.heap.trail.set(true);
    let mut footprint = Footprint::default();
    let mut blocks = 0;
    let mut cut = false;
    let to = loop {
        let stop = vm.step(thread, Grain::Block, FUEL);
        blocks += 1;
        let mut block = Footprint::default();
        block.add_block(&vm);
        let awaited = match vm.thread(thread).status {
            Status::Blocked(wait) if wait.deadline.is_none() => Some(wait.kind),
            _ => None,
        };
        let seen = |touch: &Touch| visible.has(touch) && !awaited.is_some_and(|kind| is_for(kind, touch));
        // A new thread is there for everybody.
        let starts = vm.events.iter().any(|event| matches!(event, Event::Started(..)));
        let is_visible = starts || block.touches().iter().any(seen);
        footprint.extend(&block);
        match stop {
            Stop::Fuel => break Move::Endless,
            Stop::Blocked if awaited.is_some() && !is_visible => break Move::Blocked,
            Stop::Switch | Stop::Step if !is_visible && !footprint.global => {
                cut = blocks >= visible.patience;
                if cut {
                    break if visible.is_patient() { Move::Endless } else { Move::To(Box::new(vm)) };
                }
            }
            _ => break Move::To(Box::new(vm)),
        }
    };
    footprint.settle();
    if let Move::To(vm) = &to {
        vm.heap.trail.set(false);
    }
    Attempt { to, footprint, blocks, cut }
}

/// True if the touch is the look at what is waited for.
fn is_for(kind: WaitKind, touch: &Touch) -> bool {
    match kind {
        WaitKind::Lock(lock) => touch.id == lock && !touch.write,
        WaitKind::Join(other) => touch.id == special::ended(other.0),
        WaitKind::Shutdown => touch.id == special::THREADS || (special::is_special(touch.id) && !touch.write),
        WaitKind::Sleep | WaitKind::Forever => false,
    }
}

/// The footprint of a thread that waits and cannot move: the look at what it waits for.
pub fn waiting(state: &Vm, thread: ThreadId) -> Footprint {
    let mut footprint = Footprint::default();
    if let Status::Blocked(wait) = state.thread(thread).status {
        match wait.kind {
            WaitKind::Lock(lock) => footprint.read(lock),
            WaitKind::Join(other) => footprint.read(special::ended(other.0)),
            WaitKind::Shutdown => {
                footprint.read(special::THREADS);
                state.thread_ids().for_each(|other| footprint.read(special::ended(other.0)));
            }
            WaitKind::Sleep | WaitKind::Forever => {}
        }
        if wait.deadline.is_some() {
            footprint.read(special::CLOCK);
        }
    }
    footprint.settle();
    footprint
}

/// Lets a thread, whose attempt was [`Move::Blocked`], go on to where it waits; returns the number of atomic blocks.
pub fn lead_to_wait(vm: &mut Vm, thread: ThreadId) -> u64 {
    let mut blocks = 0;
    while vm.choices().contains(&thread) && vm.thread(thread).status == Status::Ready {
        blocks += 1;
        if vm.step(thread, Grain::Block, FUEL) == Stop::Fuel {
            break;
        }
    }
    blocks
}
