//! Functions written in Rust, and how they answer.
//!
//! A native function runs to its end within one instruction. What needs Python code to run first, it leaves
//! to a function of the hidden prelude ([`Fail::Call`]): so no state ever stands on the host's stack. What
//! must wait returns [`Fail::Block`] and is called again, with the same arguments, when it may go on.

use super::Vm;
use super::thread::Wait;
use super::value::{PyStr, Value};
use std::fmt;

/// Arguments of a native call: positional ones (`self` first for methods), then keywords.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    /// Positional arguments.
    pub pos: &'a [Value],
    /// Keyword arguments in the order given.
    pub kw: &'a [(PyStr, Value)],
}

/// Why there is no value yet.
#[derive(Clone, Debug)]
pub enum Fail {
    /// A Python exception (an instance) was raised.
    Raise(Value),
    /// Call this instead; its result is the result.
    Call(Box<CallSpec>),
    /// Wait, then call again.
    Block(Box<Wait>),
    /// Go on with a generator: send it a value, or raise an exception in it.
    Resume { generator: Value, value: Value, throw: bool },
    /// Run code with these globals and locals: `exec`, class bodies.
    Exec { code: Value, globals: Value, locals: Value, closure: Value },
    /// An instance of this class was used as a key: becomes `TypeError: unhashable type: '…'`.
    Unhashable(super::value::Id),
    /// Some object involved needs Python code to be hashed, compared, shown or walked through. Raised before
    /// anything was changed; the caller lets the prelude function of its own name do the whole operation.
    Python,
}

/// A call to be made.
#[derive(Clone, Debug)]
pub struct CallSpec {
    /// What to call.
    pub callable: Value,
    /// Positional arguments.
    pub pos: Vec<Value>,
    /// Keyword arguments.
    pub kw: Vec<(PyStr, Value)>,
}

/// Result of a native operation.
pub type Res<T = Value> = Result<T, Fail>;

/// The Rust function behind a native function.
pub type NativeFn = fn(&mut Vm, Args) -> Res;

/// A native function's definition. All of them are statics, so that a state can name them.
pub struct NativeDef {
    /// `__qualname__`, for example `list.append`.
    pub name: &'static str,
    /// The function.
    pub call: NativeFn,
}

impl NativeDef {
    /// `__name__`.
    pub fn short(&self) -> &'static str {
        self.name.rsplit('.').next().unwrap_or(self.name)
    }
}

impl fmt::Debug for NativeDef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Builds a table of native functions: `natives![ "list.append" => list_append, … ]`.
#[macro_export]
macro_rules! natives {
    ($($name:literal => $call:expr),* $(,)?) => {
        &[$($crate::vm::native::NativeDef { name: $name, call: $call }),*]
    };
}

impl<'a> Args<'a> {
    /// Positional arguments only.
    pub fn pos(pos: &'a [Value]) -> Args<'a> {
        Args { pos, kw: &[] }
    }
    /// The positional argument at `index`, or `Null`.
    pub fn get(&self, index: usize) -> Value {
        self.pos.get(index).copied().unwrap_or(Value::Null)
    }
    /// The keyword argument `name`, or `Null`.
    pub fn keyword(&self, name: &str) -> Value {
        self.kw.iter().find(|(key, _)| key.as_str() == name).map_or(Value::Null, |(_, value)| *value)
    }
}

/// What a file of built-ins offers. Names are qualified: `list.append`, `len`.
pub struct Tables {
    /// Methods of instances; `self` is the first argument.
    pub methods: &'static [NativeDef],
    /// Static methods, `__new__` among them.
    pub statics: &'static [NativeDef],
    /// Class methods; the class is the first argument.
    pub classmethods: &'static [NativeDef],
    /// Read-only attributes; the instance is the only argument.
    pub getters: &'static [NativeDef],
    /// Writable attributes: the getter, and a setter that takes instance and value (`Null` to delete).
    pub accessors: &'static [(NativeDef, NativeDef)],
    /// Functions of the module `builtins`.
    pub functions: &'static [NativeDef],
}

/// A file without anything, to be filled with `..NONE`.
pub const NONE: Tables =
    Tables { methods: &[], statics: &[], classmethods: &[], getters: &[], accessors: &[], functions: &[] };
