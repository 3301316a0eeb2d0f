//! Raising exceptions from native code, with CPython's wording in the callers.

use super::native::{CallSpec, Fail};
use super::value::{Id, PyStr, Value};
use super::{Vm, ty};

impl Vm {
    /// An exception of `class` with a message.
    pub fn raise(&mut self, class: Id, message: impl Into<String>) -> Fail {
        let message = self.str(message.into());
        let exception = self.exception(class, vec![message]);
        Fail::Raise(exception)
    }
    /// A `TypeError`.
    pub fn type_error(&mut self, message: impl Into<String>) -> Fail {
        self.raise(ty::TYPE_ERROR, message)
    }
    /// A `ValueError`.
    pub fn value_error(&mut self, message: impl Into<String>) -> Fail {
        self.raise(ty::VALUE_ERROR, message)
    }
    /// An `IndexError`.
    pub fn index_error(&mut self, message: impl Into<String>) -> Fail {
        self.raise(ty::INDEX_ERROR, message)
    }
    /// An `OverflowError`.
    pub fn overflow_error(&mut self, message: impl Into<String>) -> Fail {
        self.raise(ty::OVERFLOW_ERROR, message)
    }
    /// A `KeyError` for `key`.
    pub fn key_error(&mut self, key: Value) -> Fail {
        let exception = self.exception(ty::KEY_ERROR, vec![key]);
        Fail::Raise(exception)
    }
    /// A `StopIteration` with a value (`Null` or `None` for none).
    pub fn stop_iteration(&mut self, value: Value) -> Fail {
        let args = if value.is_null() || value.is_none() { vec![] } else { vec![value] };
        let exception = self.exception(ty::STOP_ITERATION, args);
        Fail::Raise(exception)
    }
    /// An `AttributeError` that remembers object and name, for suggestions.
    pub fn attribute_error(&mut self, object: Value, name: &PyStr, message: impl Into<String>) -> Fail {
        let failure = self.raise(ty::ATTRIBUTE_ERROR, message);
        if let Fail::Raise(exception) = failure {
            let text = self.intern(name);
            self.set_own(exception, "name", text);
            self.set_own(exception, "obj", object);
        }
        failure
    }
    /// A `NameError` that remembers the name, for suggestions.
    pub fn name_error(&mut self, class: Id, name: &PyStr, message: impl Into<String>) -> Fail {
        let failure = self.raise(class, message);
        if let Fail::Raise(exception) = failure {
            let text = self.intern(name);
            self.set_own(exception, "name", text);
        }
        failure
    }
    /// "Let the prelude function `name` do it with these arguments."
    pub fn slow(&mut self, name: &str, pos: &[Value]) -> Fail {
        match self.get_name(self.prelude, &name.into()) {
            Some(callable) => Fail::Call(Box::new(CallSpec { callable, pos: pos.to_vec(), kw: Vec::new() })),
            None => self.raise(
                ty::NOT_IMPLEMENTED_ERROR,
                format!("{name} needs Python code here, which is not supported yet"),
            ),
        }
    }
}
