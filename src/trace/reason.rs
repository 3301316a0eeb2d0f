//! Why a thread waits, in the terms of the reader's program.
//!
//! What blocks is always a lock, a thread's end or the clock; that it is a `Queue.get` is read off the library's frames
//! between the program and the wait (Lib/threading.py, Lib/queue.py).

use super::show::attribute;
use crate::program::Origin;
use crate::vm::Vm;
use crate::vm::object::Data;
use crate::vm::thread::{Status, ThreadId, WaitKind};
use crate::vm::value::{Id, Value};

/// Why a thread waits. Identities are of the object that the program knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// For a lock or re-entrant lock.
    Lock(Id),
    /// For `notify` of a condition.
    Notify(Id),
    /// For an event to be set.
    Event(Id),
    /// For a thread to report that it has begun; the `Thread` object.
    Start(Id),
    /// For a thread to end.
    Join(ThreadId),
    /// For an item of a queue.
    Get(Id),
    /// For room in a queue.
    Put(Id),
    /// For all items of a queue to be done.
    AllDone(Id),
    /// For a permit of a semaphore.
    Permit(Id),
    /// For the others at a barrier.
    Barrier(Id),
    /// For something to happen in the event loop that it runs.
    Loop(Id),
    /// For one of several sockets.
    Sockets,
    /// For a moment of the virtual clock; both in nanoseconds.
    Sleep {
        /// The moment.
        until: i64,
        /// How far away it was when this was asked.
        left: i64,
    },
    /// For all other threads, at the end of the program.
    Shutdown,
    /// For nothing that can come.
    Forever,
}

impl Reason {
    /// The object that is waited for, if it is one.
    pub fn target(self) -> Option<Id> {
        match self {
            Reason::Lock(id)
            | Reason::Notify(id)
            | Reason::Event(id)
            | Reason::Start(id)
            | Reason::Get(id)
            | Reason::Put(id)
            | Reason::AllDone(id)
            | Reason::Permit(id)
            | Reason::Barrier(id) => Some(id),
            Reason::Loop(_) | Reason::Sockets => None,
            Reason::Join(_) | Reason::Sleep { .. } | Reason::Shutdown | Reason::Forever => None,
        }
    }
}

/// Why `thread` waits, or `None` if it does not.
pub fn reason_of(vm: &Vm, thread: ThreadId) -> Option<Reason> {
    let Status::Blocked(wait) = vm.thread(thread).status else { return None };
    Some(match wait.kind {
        WaitKind::Join(other) => Reason::Join(other),
        WaitKind::Sleep => {
            let until = wait.deadline.unwrap_or(vm.clock);
            Reason::Sleep { until, left: until - vm.clock }
        }
        WaitKind::Shutdown => Reason::Shutdown,
        WaitKind::Forever => Reason::Forever,
        WaitKind::Lock(lock) => match (behind_lock(vm, thread, lock), wait.deadline) {
            (Some(Reason::Loop(_) | Reason::Sockets), Some(until)) => {
                Reason::Sleep { until, left: until - vm.clock }
            }
            (reason, _) => reason.unwrap_or(Reason::Lock(lock)),
        },
    })
}

/// Where a thread waits for sockets (modules/_socket_ends.py), and where an event loop does so (Lib/asyncio).
const SELECTING: &str = "_wait_for_ends";
const LOOPING: &str = "BaseEventLoop._run_once";

/// What a wait for `lock` means where the lock is the library's own.
fn behind_lock(vm: &Vm, thread: ThreadId, lock: Id) -> Option<Reason> {
    let thread = vm.thread(thread);
    let origin = |code: Id| vm.code_obj(code).code.file.origin;
    let user = thread.frames.iter().rposition(|frame| origin(frame.code) == Origin::User);
    let library = &thread.frames[user.map_or(0, |at| at + 1)..];
    let called = |at: usize| -> Option<(&str, Id)> {
        let frame = library.get(at)?;
        let this = *thread.stack.get(frame.base as usize)?;
        let this = if let Some(Data::Cell(content)) = vm.data(this) { *content } else { this };
        Some((vm.code_obj(frame.code).code.qualname.as_str(), this.id()?))
    };
    let (innermost, condition) = called(library.len().checked_sub(1)?)?;
    if innermost == SELECTING {
        let running = (0..library.len()).rev().filter_map(called).find(|(name, _)| *name == LOOPING);
        return Some(running.map_or(Reason::Sockets, |(_, event_loop)| Reason::Loop(event_loop)));
    }
    // A condition's waiter has a lock of its own; waiting for the condition's lock is waiting for that lock.
    if innermost != "Condition.wait" || attribute(vm, condition, "_lock") == Some(Value::Obj(lock)) {
        return None;
    }
    let (outermost, this) = called(0)?;
    Some(match outermost {
        "Thread.start" => Reason::Start(this),
        "Event.wait" => Reason::Event(this),
        "Queue.get" => Reason::Get(this),
        "Queue.put" => Reason::Put(this),
        "Queue.join" => Reason::AllDone(this),
        "Semaphore.acquire" | "Semaphore.__enter__" => Reason::Permit(this),
        "Barrier.wait" => Reason::Barrier(this),
        _ => Reason::Notify(condition),
    })
}
