//! One transition: a thread does something that others can see, and goes on to where it is about to do the next such.
//!
//! What touches no visible place is fused with the visible block before it: since nobody can tell when it is done, it
//! is done at once. So a thread always stands just before something that others can see, in the middle of a block if
//! need be, and one that has just begun stands where one stands that has come round. A wait is no transition of its own: until what
//! it waits for has come, or time passes, the thread cannot move, and stands before it.

use super::place::{Footprint, Visible, is_lock};
use crate::vm::Vm;
use crate::vm::footprint::{Touch, special};
use crate::vm::step::{Event, Grain, Stop};
use crate::vm::thread::{Status, ThreadId, WaitKind};
use crate::vm::value::Id;

/// Instructions that one block may take before the search calls it endless.
pub const FUEL: u64 = 3_000_000;

/// Atomic blocks that are done ahead at most: a thread that computes for longer stays where it is.
const LEAD_MAX: u64 = 32;

/// What became of a thread's attempt to move.
pub enum Move {
    /// It has moved: the state after it.
    To(Box<Vm>),
    /// It waits for something that others must do first, or for time to pass.
    Blocked,
    /// It does not come to anything that others can see: an endless loop, or a very long one.
    Endless,
}

/// An attempt to move, with what it touched and how many atomic blocks it took.
pub struct Attempt {
    /// Its result.
    pub to: Move,
    /// What it touched up to and with the visible block, or up to the wait if it is blocked.
    pub footprint: Footprint,
    /// Threads and atomic blocks in their order, as a schedule counts them.
    pub blocks: Vec<(ThreadId, u64)>,
    /// What was done ahead of time by the thread itself and by those that it started.
    pub leads: Vec<(ThreadId, Footprint)>,
    /// It was cut short: patience was at its end.
    pub cut: bool,
}

/// What one atomic block came to.
struct Block {
    stop: Stop,
    footprint: Footprint,
    /// Others can see it.
    is_visible: bool,
    /// It ends in a wait that nobody can see.
    waits: bool,
    /// The threads that it started.
    started: Vec<ThreadId>,
}

/// Lets `thread` do one atomic block.
fn block(vm: &mut Vm, thread: ThreadId, visible: &Visible) -> Block {
    // Of a block that was begun ahead, what others have done since.
    vm.events.clear();
    let stop = vm.step(thread, Grain::Block, FUEL);
    let awaited = match vm.thread(thread).status {
        Status::Blocked(wait) => Some(wait.kind),
        _ => None,
    };
    // Whoever looked there before, as `Condition.notify` does, knows more than that it waits.
    let here = vm.thread(thread).instructions;
    let has_asked = awaited.is_some_and(|kind| {
        let asked = |id: &Id| is_for(kind, &Touch::look(*id)) && visible.has(&Touch::look(*id));
        vm.heap.trail.has_asked(here, asked)
    });
    let mut footprint = Footprint::default();
    footprint.add_block(vm);
    let started = vm.events.iter().filter_map(|event| match event {
        Event::Started(_, other) => Some(*other),
        _ => None,
    });
    let started: Vec<ThreadId> = started.collect();
    let seen = |touch: &Touch| visible.has(touch) && !awaited.is_some_and(|kind| is_for(kind, touch));
    // A new thread is there for everybody, and so is the program's end.
    let is_visible =
        has_asked || !started.is_empty() || footprint.global || footprint.touches().iter().any(seen);
    let waits = !is_visible && is_asleep(vm, thread);
    Block { stop, footprint, is_visible, waits, started }
}

/// Lets `thread` try to make one transition from `state`, which stays as it is.
pub fn attempt(state: &mut Vm, thread: ThreadId, visible: &Visible) -> Attempt {
    let (mut made, started) = visible_part(state, thread, visible);
    made.to = match std::mem::replace(&mut made.to, Move::Blocked) {
        // Where patience was at its end, nothing is done ahead.
        Move::To(vm) if made.cut => {
            made.leads.push((thread, Footprint::default()));
            Move::To(vm)
        }
        Move::To(mut vm) => {
            for id in [thread].into_iter().chain(started) {
                let (blocks, footprint);
                (vm, blocks, footprint) = lead(vm, id, visible);
                made.blocks.push((id, blocks));
                made.leads.push((id, footprint));
            }
            Move::To(vm)
        }
        other => other,
    };
    made
}

/// True if the thread waits, and only others or time can end that.
pub(super) fn is_asleep(state: &Vm, thread: ThreadId) -> bool {
    matches!(state.thread(thread).status, Status::Blocked(_)) && !state.is_enabled(thread)
}

/// The same without what is done ahead: the threads stand behind what others can see.
pub fn attempt_lazily(state: &mut Vm, thread: ThreadId, visible: &Visible) -> Attempt {
    visible_part(state, thread, visible).0
}

/// A transition up to and with the first visible block; with the threads that it started.
fn visible_part(state: &mut Vm, thread: ThreadId, visible: &Visible) -> (Attempt, Vec<ThreadId>) {
    let mut vm = Box::new(state.copy());
    vm.heap.trail.set(true);
    let mut made = Attempt {
        to: Move::Blocked,
        footprint: Footprint::default(),
        blocks: vec![(thread, 0)],
        leads: vec![],
        cut: false,
    };
    let started = loop {
        let block = block(&mut vm, thread, visible);
        made.blocks[0].1 += 1;
        made.footprint.extend(&block.footprint);
        // A wait that time has ended is over, whatever the thread waits for next.
        if (block.waits && !is_asleep(state, thread)) || block.stop == Stop::Fuel {
            made.to = if block.waits { Move::Blocked } else { Move::Endless };
            made.footprint.settle();
            return (made, vec![]);
        }
        if block.is_visible || !vm.is_enabled(thread) {
            break block.started;
        }
        if made.blocks[0].1 >= visible.patience {
            made.cut = true;
            if visible.is_patient() {
                made.to = Move::Endless;
                made.footprint.settle();
                return (made, vec![]);
            }
            break vec![];
        }
    };
    made.footprint.settle();
    vm.heap.trail.set(false);
    made.to = Move::To(vm);
    (made, started)
}

/// Lets a thread go on to just before the next instruction that others can see, or that waits; within a block that
/// others can see also to before the first lock that it takes, so that nobody finds it taken between two blocks. With
/// the number of blocks that it ended, and what it touched. If it comes to no such instruction it stays where it is.
fn lead(mut vm: Box<Vm>, thread: ThreadId, visible: &Visible) -> (Box<Vm>, u64, Footprint) {
    let (mut blocks, mut footprint) = (0, Footprint::default());
    if visible.is_everything() {
        return (vm, blocks, footprint);
    }
    let start = Box::new(vm.copy());
    // Within a wait, and after the end, there is nothing to be done ahead.
    while vm.ending.is_none() && vm.is_enabled(thread) {
        if blocks == LEAD_MAX {
            return (start, 0, Footprint::default());
        }
        let mut before = Box::new(vm.copy());
        vm.heap.trail.set(true);
        match go_unseen(&mut vm, thread, visible) {
            Gone::ToItsEnd => {
                blocks += 1;
                footprint.add_block(&vm);
            }
            Gone::Endless => return (start, 0, Footprint::default()),
            Gone::Seen { before: instructions } => {
                if instructions > 0 {
                    before.heap.trail.set(true);
                    before.events.clear();
                    before.step(thread, Grain::Block, instructions);
                    footprint.add_block(&before);
                }
                vm = before;
                break;
            }
        }
    }
    footprint.settle();
    vm.heap.trail.set(false);
    (vm, blocks, footprint)
}

/// How far a thread has gone in a block.
enum Gone {
    /// To its end, and nobody could see it.
    ToItsEnd,
    /// Too far: it has to stand after this number of instructions of the block.
    Seen { before: u64 },
    /// The block has no end.
    Endless,
}

/// Lets a thread do one block, as long as nobody can see it.
fn go_unseen(vm: &mut Vm, thread: ThreadId, visible: &Visible) -> Gone {
    let mut lock = None;
    vm.events.clear();
    for done in 0..=FUEL {
        let mark = vm.heap.trail.mark();
        let stop = vm.step(thread, Grain::Block, 1);
        let waits = vm.ending.is_some() || is_asleep(vm, thread);
        let starts = vm.events.iter().any(|event| matches!(event, Event::Started(..)));
        if waits || starts || vm.heap.trail.any_since(mark, |touch| visible.has(touch)) {
            return Gone::Seen { before: lock.unwrap_or(done) };
        }
        if lock.is_none() && vm.heap.trail.any_since(mark, |touch| touch.write && is_lock(vm, touch.id)) {
            lock = Some(done);
        }
        if stop != Stop::Fuel {
            return Gone::ToItsEnd;
        }
    }
    Gone::Endless
}

/// The beginning of a search: the main thread led to its first visible block, with the number of its blocks.
pub fn outset(root: &mut Vm, visible: &Visible) -> (Box<Vm>, u64) {
    let (vm, blocks, _) = lead(Box::new(root.copy()), ThreadId(0), visible);
    (vm, blocks)
}

/// True if the touch is the look at what is waited for.
fn is_for(kind: WaitKind, touch: &Touch) -> bool {
    match kind {
        WaitKind::Lock(lock) => touch.id == lock && !touch.write,
        WaitKind::Join(other) => touch.id == special::ended(other.0),
        WaitKind::Shutdown => special::is_special(touch.id) && !touch.write,
        WaitKind::Sleep | WaitKind::Forever => false,
    }
}

/// Lets a thread, whose attempt was [`Move::Blocked`], go on to where it waits; returns the number of atomic blocks.
pub fn lead_to_wait(vm: &mut Vm, thread: ThreadId) -> u64 {
    let mut blocks = 0;
    while vm.ending.is_none() && vm.is_enabled(thread) {
        blocks += 1;
        if vm.step(thread, Grain::Block, FUEL) == Stop::Fuel {
            break;
        }
    }
    blocks
}
