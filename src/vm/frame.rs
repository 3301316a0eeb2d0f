//! Frames: one call of Python code, without any host stack.
//!
//! Locals and operands of all frames of a thread stand in one vector of values (see `thread.rs`); a frame
//! knows where its part begins. A generator's part moves out with its frame when it yields.

use super::value::{Id, Value};

/// What happens with the result of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The caller gets it on its stack.
    Push,
    /// The caller gets it, with a null above: an attribute about to be called.
    PushNull,
    /// The caller gets the items of the resulting list, the first on top: the end of an unpacking.
    Spread,
    /// Nobody wants it.
    Discard,
    /// The same of what runs when an object dies: its finalizer, or the callback of a weak reference.
    Finalizer,
    /// `__init__`: it must be `None`, and the caller gets the instance kept in `extra`.
    Init,
    /// The same, with a null above the instance.
    InitNull,
    /// A step of a `for` loop: `StopIteration` ends the loop of the caller.
    ForIter,
    /// A step of `yield from` or `await`: the end's value goes on at the jump's target.
    Send,
    /// The first frame of a thread.
    Bottom,
}

/// One call in progress.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The code object.
    pub code: Id,
    /// The globals' dictionary.
    pub globals: Id,
    /// The function object, or `Null` for a module, class body or `exec`.
    pub func: Value,
    /// The namespace of a module or class body, or `Null` in a function.
    pub locals: Value,
    /// The instance under `Mode::Init` and `Mode::InitNull`, else `Null`.
    pub extra: Value,
    /// The generator object whose frame this is, or `Null`.
    pub generator: Value,
    /// The exception that was being handled when this frame began or was resumed.
    pub exc_below: Value,
    /// Index of the next instruction.
    pub pc: u32,
    /// Index of the instruction that is or was last executed.
    pub last: u32,
    /// Where its locals begin in the thread's stack.
    pub base: u32,
    /// The stack is cut to this length when it returns.
    pub floor: u32,
    /// What happens with its result.
    pub mode: Mode,
    /// Written in the project's own hidden Python: no traceback entry, no switch point.
    pub hidden: bool,
}

impl Frame {
    /// Calls `f` with each counted slot of the frame itself.
    #[inline]
    pub fn each_ref(&self, mut f: impl FnMut(Value)) {
        f(Value::Obj(self.code));
        f(Value::Obj(self.globals));
        for value in [self.func, self.locals, self.extra, self.generator, self.exc_below] {
            f(value);
        }
    }
}
