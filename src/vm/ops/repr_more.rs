//! `repr()` of functions, classes, modules, generators and other things of the machine.
//!
//! CPython shows addresses; here they are made from identities, so that they are the same in every run.

use super::super::native::Res;
use super::super::object::{Data, GenKind};
use super::super::value::{Id, PyStr, Value};
use super::super::{Vm, ty};
use super::{Dunder, Guard};
use std::fmt::Write;

impl Vm {
    /// What `repr` shows as the address of an object.
    pub fn address(&self, v: Value) -> u64 {
        super::super::value::address(v)
    }

    /// `__module__` of a class, unless it is `builtins`.
    fn module_of(&self, class: Id) -> Option<PyStr> {
        let module = self.class(class).dict.get(Dunder::Module.name())?;
        self.as_str(module).filter(|name| name.as_str() != "builtins")
    }

    /// A class's name with its module, as `repr` shows it.
    pub fn full_name(&self, class: Id) -> String {
        let name = &self.class(class).qualname;
        match self.module_of(class) {
            Some(module) => format!("{module}.{name}"),
            None => name.to_string(),
        }
    }

    /// Writes `<module.Class object at 0x…>`.
    pub fn write_default(&mut self, v: Value, out: &mut String) {
        let _ = write!(out, "<{} object at {:#x}>", self.full_name(self.class_of(v)), self.address(v));
    }

    fn name_text(&self, v: Value) -> PyStr {
        self.as_str(v).unwrap_or_else(|| "?".into())
    }

    /// Kinds that are no containers of the program; false if the kind has no text of its own.
    pub(super) fn write_more(&mut self, id: Id, out: &mut String, guard: &mut Guard) -> Res<bool> {
        let v = Value::Obj(id);
        let at = self.address(v);
        match &self.heap.get(id).data {
            Data::Range { start, stop, step: 1 } => {
                let _ = write!(out, "range({start}, {stop})");
            }
            Data::Range { start, stop, step } => {
                let _ = write!(out, "range({start}, {stop}, {step})");
            }
            Data::Slice(items) => {
                let items = **items;
                self.write_items(&items, ("slice(", ")"), out, guard)?;
            }
            Data::Function(function) => {
                let _ = write!(out, "<function {} at {at:#x}>", self.name_text(function.qualname));
            }
            Data::Method { func, this } => {
                let (func, this) = (*func, *this);
                let name = match self.data(func) {
                    Some(Data::Function(function)) => self.name_text(function.qualname),
                    Some(Data::Native { def, .. }) => def.name.into(),
                    _ => "?".into(),
                };
                let _ = write!(out, "<bound method {name} of ");
                self.write_repr(this, out, guard)?;
                out.push('>');
            }
            Data::Native { def, this } => self.write_native(def.name, *this, self.class_of(v), out),
            Data::Type(_) => {
                let _ = write!(out, "<class '{}'>", self.full_name(id));
            }
            Data::Module { dict } => self.write_module(*dict, out),
            Data::Code(code) => {
                let (name, file, line) = (&code.code.name, &code.code.file.name, code.code.first_line);
                let _ = write!(out, "<code object {name} at {at:#x}, file \"{file}\", line {line}>",);
            }
            Data::Generator(generator) => {
                let kind = match generator.kind {
                    GenKind::Generator => "generator",
                    GenKind::Coroutine => "coroutine",
                    GenKind::AsyncGenerator => "async_generator",
                };
                let _ = write!(out, "<{kind} object {} at {at:#x}>", self.name_text(generator.qualname));
            }
            Data::Cell(content) => {
                let content = *content;
                let _ = match content {
                    Value::Null => write!(out, "<cell at {at:#x}: empty>"),
                    _ => {
                        let (name, inner) = (self.class_name(content), self.address(content));
                        write!(out, "<cell at {at:#x}: {name} object at {inner:#x}>")
                    }
                };
            }
            Data::WeakRef { target, .. } => {
                let _ = match target {
                    None => write!(out, "<weakref at {at:#x}; dead>"),
                    Some(target) => {
                        let target = Value::Obj(*target);
                        let (name, inner) = (self.class_name(target), self.address(target));
                        write!(out, "<weakref at {at:#x}; to '{name}' at {inner:#x}>")
                    }
                };
            }
            Data::Lock { locked, .. } => {
                let state = if *locked { "locked" } else { "unlocked" };
                let _ = write!(out, "<{state} _thread.lock object at {at:#x}>");
            }
            Data::RLock { owner, count } => {
                let state = if *count > 0 { "locked" } else { "unlocked" };
                let _ = write!(out, "<{state} _thread.RLock object owner={owner} count={count} at {at:#x}>");
            }
            Data::Member { name, owner } => {
                let _ = write!(out, "<member '{name}' of '{}' objects>", self.class(*owner).name);
            }
            Data::GetSet(def, _) => {
                let (owner, name) = def.name.rsplit_once('.').unwrap_or(("?", def.name));
                let _ = write!(out, "<attribute '{name}' of '{owner}' objects>");
            }
            Data::Super(items) => {
                let [class, object, _] = **items;
                let class = class.id().map_or("?".into(), |c| self.class(c).name.to_string());
                let _ = match object {
                    Value::Null | Value::None => write!(out, "<super: <class '{class}'>, NULL>"),
                    _ => write!(out, "<super: <class '{class}'>, <{} object>>", self.class_name(object)),
                };
            }
            Data::Partial(items) => {
                let [func, args, keywords] = **items;
                self.write_partial(v, func, args, keywords, out, guard)?;
            }
            Data::Alias(items) => {
                let [origin, args] = **items;
                self.write_alias_part(origin, out, guard)?;
                let args = self.items(args).unwrap_or(&[]).to_vec();
                out.push('[');
                for (n, arg) in args.iter().enumerate() {
                    if n > 0 {
                        out.push_str(", ");
                    }
                    self.write_alias_part(*arg, out, guard)?;
                }
                out.push_str(if args.is_empty() { "()]" } else { "]" });
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn write_native(&self, name: &str, this: Value, class: Id, out: &mut String) {
        let (owner, short) = name.rsplit_once('.').unwrap_or(("", name));
        let _ = match (this, class) {
            (Value::Null, ty::WRAPPER_DESCRIPTOR) => {
                write!(out, "<slot wrapper '{short}' of '{owner}' objects>")
            }
            (Value::Null, ty::METHOD_DESCRIPTOR | ty::CLASSMETHOD_DESCRIPTOR) => {
                write!(out, "<method '{short}' of '{owner}' objects>")
            }
            (Value::Null, _) => write!(out, "<built-in function {short}>"),
            (this, ty::METHOD_WRAPPER) => {
                write!(
                    out,
                    "<method-wrapper '{short}' of {} object at {:#x}>",
                    self.class_name(this),
                    self.address(this)
                )
            }
            (this, _) if self.data(this).is_some_and(|d| matches!(d, Data::Module { .. })) => {
                write!(out, "<built-in function {short}>")
            }
            (this, _) => {
                write!(
                    out,
                    "<built-in method {short} of {} object at {:#x}>",
                    self.class_name(this),
                    self.address(this)
                )
            }
        };
    }

    fn write_module(&self, dict: Id, out: &mut String) {
        let text = |name: &str| self.get_name(dict, &name.into()).and_then(|v| self.as_str(v));
        let name = text("__name__").unwrap_or_else(|| "?".into());
        let _ = match text("__file__") {
            Some(file) => write!(out, "<module '{name}' from '{file}'>"),
            // Modules of the program's own making have no loader that could be named.
            None if !self.library.modules.contains_key(name.as_str()) && name.as_str() != "builtins" => {
                write!(out, "<module '{name}'>")
            }
            None => write!(out, "<module '{name}' (built-in)>"),
        };
    }

    fn write_partial(
        &mut self,
        v: Value,
        func: Value,
        args: Value,
        keywords: Value,
        out: &mut String,
        guard: &mut Guard,
    ) -> Res<()> {
        let _ = write!(out, "{}(", self.full_name(self.class_of(v)));
        self.write_repr(func, out, guard)?;
        for arg in self.items(args).unwrap_or(&[]).to_vec() {
            out.push_str(", ");
            self.write_repr(arg, out, guard)?;
        }
        let pairs: Vec<_> = self.dict_table(keywords).map(|t| t.iter().collect()).unwrap_or_default();
        for entry in pairs {
            let _ = write!(out, ", {}=", self.name_text(entry.key));
            self.write_repr(entry.value, out, guard)?;
        }
        out.push(')');
        Ok(())
    }

    /// A part of `list[int]`: classes by name, `...` as such.
    fn write_alias_part(&mut self, v: Value, out: &mut String, guard: &mut Guard) -> Res<()> {
        match v {
            Value::Ellipsis => out.push_str("..."),
            Value::Obj(id) if self.is_class(v) => out.push_str(&self.full_name(id)),
            _ => self.write_repr(v, out, guard)?,
        }
        Ok(())
    }
}
