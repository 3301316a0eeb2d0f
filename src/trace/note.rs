//! What was worth telling when it happened, kept small; the words come when it is shown.

use super::reason::Reason;
use crate::vm::thread::ThreadId;
use crate::vm::value::Id;
use crate::vm::watch::Cell;

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Note {
    /// The position after the step in which it happened.
    pub position: u64,
    /// Who did it.
    pub thread: ThreadId,
    /// What.
    pub deed: Deed,
}

/// The kinds of thing that happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Took a lock.
    Took(Id),
    /// Gave a lock back.
    Released(Id),
    /// Started a thread.
    Started(ThreadId),
    /// Has to wait; for whom, where that is known.
    Waits(Reason, Option<ThreadId>),
    /// Printed a line or more; the pieces of output by their numbers, the end not included.
    Printed(u32, u32),
    /// Was stopped though it could have gone on; who went on.
    Preempted(ThreadId),
    /// Read or wrote what threads can share; the value shown.
    Touched {
        /// The place.
        cell: Cell,
        /// It was written.
        write: bool,
        /// What was read or written.
        value: String,
    },
    /// Ended.
    Ended,
    /// Ended with an exception that nobody caught.
    Died,
}

/// Who has used a place so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct CellUse {
    threads: u64,
    written: bool,
}

impl CellUse {
    /// Notes one access.
    pub fn add(&mut self, thread: ThreadId, write: bool) {
        self.threads |= 1 << (thread.0 % 64);
        self.written |= write;
    }
    /// At least two threads have used it, and one of them wrote.
    pub fn is_shared(self) -> bool {
        self.threads.count_ones() > 1 && self.written
    }
}
