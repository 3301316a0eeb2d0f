//! Compiled code: instructions with their source spans and switch points.
//!
//! The compiler is `rustpython-compiler`, which emits CPython 3.14 bytecode. Here its code units are
//! decoded once: caches dropped, `EXTENDED_ARG` folded, jumps turned into absolute indices.
//! Nothing here executes anything.

mod compile;
mod dis;
mod literal;
mod liveness;
mod scan;
mod switch;
mod warnings;
mod wording;

pub use compile::{CompileMode, compile};
pub use dis::{DisRow, disassemble, rows};
pub use literal::{NoLiteral, no_literal};
pub use liveness::Liveness;
pub use switch::{Python, checks_breaker, is_switch_point, stays_private};
pub use warnings::{SyntaxWarning, warnings};

use crate::source::PyStr;
use crate::source::Span;
use crate::source::Text;
use rustpython_compiler_core::bytecode::{ConstantData, Opcode};
use std::sync::Arc;

/// One decoded instruction.
#[derive(Clone, Copy, Debug)]
pub struct Instr {
    /// What to do.
    pub op: Opcode,
    /// With what; for jumps the index of the target instruction.
    pub arg: u32,
}

/// An entry of the exception table, in instruction indices.
#[derive(Clone, Copy, Debug)]
pub struct Handler {
    /// First instruction covered.
    pub start: u32,
    /// First instruction no longer covered.
    pub end: u32,
    /// Where to go on.
    pub target: u32,
    /// Operands to keep.
    pub depth: u32,
    /// Whether the index of the failing instruction is pushed as well.
    pub push_lasti: bool,
}

/// Kinds of names in a code object's fast locals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalKind {
    /// An ordinary local.
    Fast,
    /// A local that inner functions use; the slot holds a cell once `MAKE_CELL` ran.
    Cell,
    /// A variable of an enclosing function.
    Free,
    /// A comprehension's own variable.
    Hidden,
}

/// A compiled function, class body or module.
#[derive(Clone, Debug)]
pub struct Code {
    /// Name.
    pub name: PyStr,
    /// Qualified name.
    pub qualname: PyStr,
    /// File that it comes from.
    pub file: Arc<SourceText>,
    /// First line.
    pub first_line: u32,
    /// CPython's `co_flags`.
    pub flags: u32,
    /// Positional parameters, positional-only ones included.
    pub arg_count: u32,
    /// Positional-only parameters.
    pub posonly_count: u32,
    /// Keyword-only parameters.
    pub kwonly_count: u32,
    /// Greatest depth of the operand stack.
    pub stack_size: u32,
    /// Attribute and global names.
    pub names: Box<[PyStr]>,
    /// Names of locals, cells and free variables, in the order of their slots.
    pub locals: Box<[PyStr]>,
    /// Their kinds.
    pub kinds: Box<[LocalKind]>,
    /// Number of free variables (the last slots).
    pub free_count: u32,
    /// Constants as the compiler gave them. Code of a loaded image has none: its code objects hold them as values.
    pub consts: Box<[ConstantData]>,
    /// Nested code, by the index of its constant.
    pub nested: Box<[Option<Arc<Code>>]>,
    /// Instructions.
    pub instrs: Box<[Instr]>,
    /// Span of each instruction; line 0 = none.
    pub spans: Box<[Span]>,
    /// Exception table, in order.
    pub handlers: Box<[Handler]>,
    /// Which locals are still read; found out when somebody asks.
    pub liveness: Liveness,
}

/// A source file that code was compiled from.
#[derive(Debug)]
pub struct SourceText {
    /// Name as tracebacks show it.
    pub name: PyStr,
    /// The text.
    pub text: Text,
    /// What kind of file it is.
    pub origin: Origin,
}

/// Whose code it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The reader's program: stepped, switched and shown.
    User,
    /// CPython's library.
    Library,
    /// This project's own Python in place of CPython's C: hidden from tracebacks, never switched.
    Hidden,
}

/// `CO_*` flags of CPython (Include/cpython/code.h).
pub mod flag {
    /// `*args`.
    pub const VARARGS: u32 = 0x04;
    /// `**kwargs`.
    pub const VARKEYWORDS: u32 = 0x08;
    /// Uses fast locals.
    pub const OPTIMIZED: u32 = 0x01;
    /// Needs a new namespace.
    pub const NEWLOCALS: u32 = 0x02;
    /// A generator.
    pub const GENERATOR: u32 = 0x20;
    /// A coroutine.
    pub const COROUTINE: u32 = 0x80;
    /// A generator that may be awaited.
    pub const ITERABLE_COROUTINE: u32 = 0x100;
    /// An asynchronous generator.
    pub const ASYNC_GENERATOR: u32 = 0x200;
    /// The first constant is the docstring.
    pub const HAS_DOCSTRING: u32 = 0x400_0000;
}

impl Code {
    /// The handler for the instruction at `pc`.
    pub fn handler(&self, pc: u32) -> Option<&Handler> {
        self.handlers.iter().find(|h| h.start <= pc && pc < h.end)
    }
    /// The line of the instruction at `pc`, or the first line.
    pub fn line(&self, pc: u32) -> u32 {
        match self.spans.get(pc as usize) {
            Some(span) if span.line > 0 => span.line,
            _ => self.first_line,
        }
    }
}
