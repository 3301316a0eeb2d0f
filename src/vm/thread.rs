//! One thread of the program: its frames, its stack of values, and what it waits for.

use super::frame::Frame;
use super::value::{Id, Value};

/// The number of a thread: 0 is main, others in order of creation. Also its heap region less one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThreadId(pub u32);

/// What a blocked thread waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitKind {
    /// A lock or re-entrant lock to become free.
    Lock(Id),
    /// A thread to end.
    Join(ThreadId),
    /// Only for time to pass.
    Sleep,
    /// All non-daemon threads to end: the main thread at shutdown.
    Shutdown,
    /// Nothing that can come: a daemon thread after the interpreter's end.
    Forever,
}

impl WaitKind {
    /// Two numbers that say the same.
    pub(super) fn code(self) -> (u64, u32) {
        match self {
            WaitKind::Lock(lock) => (3, lock.0),
            WaitKind::Join(other) => (4, other.0),
            WaitKind::Sleep => (5, 0),
            WaitKind::Shutdown => (6, 0),
            WaitKind::Forever => (7, 0),
        }
    }
}

/// A wait, with its end on the virtual clock if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// For what.
    pub kind: WaitKind,
    /// Nanoseconds on the virtual clock after which it gives up (or, for a sleep, is over).
    pub deadline: Option<i64>,
}

/// Whether a thread can run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It can.
    Ready,
    /// It waits.
    Blocked(Wait),
    /// It has ended.
    Finished,
}

/// One thread.
#[derive(Debug)]
pub struct Thread {
    /// Its number.
    pub id: ThreadId,
    /// Calls in progress, outermost first.
    pub frames: Vec<Frame>,
    /// Locals and operands of all its frames.
    pub stack: Vec<Value>,
    /// The exception being handled, or `Null`.
    pub exc: Value,
    /// Whether it can run.
    pub status: Status,
    /// The wait that it was woken from and will try again, with its original deadline.
    pub resumed: Option<Wait>,
    /// Cut at the interpreter's end.
    pub daemon: bool,
    /// True between two atomic blocks: another thread may be chosen.
    pub at_switch: bool,
    /// Within the library: it has come past a switch point that is left out there, and has done nothing since that others
    /// could see. It is made good where the library's function returns.
    pub owes_switch: bool,
    /// The last instruction worth showing that its present step has executed: code object and index.
    pub acted: Option<(Id, u32)>,
    /// It has not taken a step: its first one ends before the first instruction worth showing.
    pub fresh: bool,
    /// Its present step is not over: the allowance of instructions was.
    pub cut: bool,
    /// Virtual time at which it last got the GIL.
    pub slice_start: i64,
    /// The object that `threading` joins by (`_ThreadHandle`), or `Null`.
    pub handle: Value,
    /// The `threading.Thread` object's name for the pictures.
    pub name: crate::source::PyStr,
    /// The exception that nobody caught, as the last line of its traceback has it.
    pub died_of: Option<crate::source::PyStr>,
    /// Rolling hash of what it has written.
    pub said: u64,
    /// Instructions executed.
    pub instructions: u64,
    /// How many calls are noted where a coroutine is made (`sys.set_coroutine_origin_tracking_depth`).
    pub origin_depth: u32,
    /// Thread-local dictionaries: pairs of a `_local` object and its dict.
    pub locals: Vec<(Id, Value)>,
}

impl Clone for Thread {
    /// Leaves room for what the next step pushes, so that it does not move everything once more.
    fn clone(&self) -> Thread {
        Thread {
            frames: roomy(&self.frames, 4),
            stack: roomy(&self.stack, 32),
            locals: self.locals.clone(),
            ..self.outline()
        }
    }
}

impl Thread {
    /// The same thread without its frames and values.
    pub fn outline(&self) -> Thread {
        Thread {
            id: self.id,
            frames: Vec::new(),
            stack: Vec::new(),
            exc: self.exc,
            status: self.status,
            resumed: self.resumed,
            daemon: self.daemon,
            at_switch: self.at_switch,
            owes_switch: self.owes_switch,
            acted: self.acted,
            fresh: self.fresh,
            cut: self.cut,
            slice_start: self.slice_start,
            handle: self.handle,
            name: self.name.clone(),
            died_of: self.died_of.clone(),
            said: self.said,
            instructions: self.instructions,
            origin_depth: self.origin_depth,
            locals: Vec::new(),
        }
    }
}

fn roomy<T: Copy>(items: &[T], more: usize) -> Vec<T> {
    let mut copy = Vec::new();
    if !items.is_empty() {
        copy.reserve_exact(items.len() + more);
        copy.extend_from_slice(items);
    }
    copy
}

impl Thread {
    /// A thread without frames.
    pub fn new(id: ThreadId) -> Thread {
        Thread {
            id,
            frames: Vec::new(),
            stack: Vec::new(),
            exc: Value::Null,
            status: Status::Ready,
            resumed: None,
            daemon: false,
            at_switch: true,
            owes_switch: false,
            acted: None,
            fresh: true,
            cut: false,
            slice_start: 0,
            handle: Value::Null,
            name: "MainThread".into(),
            died_of: None,
            said: 0,
            instructions: 0,
            origin_depth: 0,
            locals: Vec::new(),
        }
    }
}
