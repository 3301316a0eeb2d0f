//! What the reader's program touches that other threads can see: globals, attributes, items, variables of closures.
//!
//! Noted among the events of a step while [`Vm::watch`] is set; it changes nothing.

use super::object::Data;
use super::step::Event;
use super::value::{Id, Value};
use super::{Vm, ty};
use crate::program::Instr;
use crate::source::PyStr;
use rustpython_compiler_core::bytecode::Opcode as Op;

/// A place that holds a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CellKind {
    /// A name of a module.
    Global,
    /// An attribute.
    Attribute,
    /// A variable of an enclosing function.
    Free,
}

/// A place that holds a value: its kind, the object that it belongs to, its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// What it is.
    pub kind: CellKind,
    /// The module's dictionary, the object, or the closure's cell.
    pub owner: Id,
    /// The name.
    pub name: PyStr,
}

/// One access to a [`Cell`].
#[derive(Clone, Debug, PartialEq)]
pub struct Access {
    /// The place.
    pub cell: Cell,
    /// It was written.
    pub write: bool,
    /// What was read or written.
    pub value: Value,
}

impl Vm {
    /// The access that `instr` is about to make, if it is one; the value of a read is not known yet.
    pub(super) fn access(&self, instr: Instr) -> Option<Access> {
        let n = instr.arg as usize;
        let frame = self.th.frames.last()?;
        let top = |depth: usize| self.th.stack.get(self.th.stack.len().checked_sub(1 + depth)?).copied();
        let module = frame.locals == Value::Obj(frame.globals);
        let (kind, owner, name, write) = match instr.op {
            Op::LoadGlobal => (CellKind::Global, frame.globals, &self.code.names[n >> 1], false),
            Op::StoreGlobal => (CellKind::Global, frame.globals, &self.code.names[n], true),
            Op::LoadName if module => (CellKind::Global, frame.globals, &self.code.names[n], false),
            Op::StoreName if module => (CellKind::Global, frame.globals, &self.code.names[n], true),
            Op::LoadAttr if n & 1 == 0 => {
                (CellKind::Attribute, top(0)?.id()?, &self.code.names[n >> 1], false)
            }
            Op::StoreAttr => (CellKind::Attribute, top(0)?.id()?, &self.code.names[n], true),
            Op::LoadDeref | Op::StoreDeref => {
                let cell = self.th.stack.get(frame.base as usize + n)?.id()?;
                (CellKind::Free, cell, &self.code.locals[n], instr.op == Op::StoreDeref)
            }
            _ => return None,
        };
        let value = match instr.op {
            Op::StoreAttr => top(1)?,
            _ if write => top(0)?,
            _ => Value::Null,
        };
        Some(Access { cell: Cell { kind, owner, name: name.clone() }, write, value })
    }

    /// Notes an access that has been made. A read that called Python code has no value yet and is not noted.
    pub(super) fn note_access(&mut self, access: Option<Access>) {
        let Some(mut access) = access else { return };
        if !access.write {
            let Some(frame) = self.th.frames.last() else { return };
            let done = self.code.instrs[frame.last as usize];
            // LOAD_GLOBAL for a call pushes a null above.
            let above = usize::from(done.op == Op::LoadGlobal && done.arg & 1 == 1);
            let Some(place) = self.th.stack.len().checked_sub(1 + above) else { return };
            access.value = self.th.stack[place];
        }
        if self.is_data(access.value) {
            self.events.push(Event::Touched(access));
        }
    }

    /// False for modules, functions, classes and methods: nobody asks who read those.
    fn is_data(&self, value: Value) -> bool {
        !matches!(
            self.data(value),
            Some(
                Data::Module { .. }
                    | Data::Function(_)
                    | Data::Native { .. }
                    | Data::Method { .. }
                    | Data::Type(_)
                    | Data::Code(_)
                    | Data::Lock { .. }
                    | Data::RLock { .. }
            )
        ) && !value.is_null()
            && self.class_of(value) != ty::THREAD_HANDLE
    }

    /// How many frames of the library stand between the reader's program and the top.
    pub fn library_depth(&self) -> u32 {
        let is_user = |code: Id| self.code_obj(code).code.file.origin == crate::program::Origin::User;
        self.th.frames.iter().rev().take_while(|frame| !is_user(frame.code)).count() as u32
    }
}
