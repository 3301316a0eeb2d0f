//! Instructions that load, store and delete: names, globals, cells, attributes, items.

use super::*;
use crate::program::LocalKind;
use crate::source::PyStr;
use crate::vm::cow::Cow;

impl Vm {
    fn name_at(&self, index: usize) -> PyStr {
        self.code.names[index].clone()
    }

    fn top_globals(&self) -> crate::vm::value::Id {
        self.th.frames.last().expect("internal error: no frame").globals
    }

    fn top_locals(&self) -> Value {
        self.th.frames.last().expect("internal error: no frame").locals
    }

    fn load_global(&mut self, index: usize) -> Res {
        let name = &self.code.names[index];
        let hidden = || (self.code.file.origin == Origin::Hidden).then_some(self.prelude);
        let found = self.get_name(self.top_globals(), name).or_else(|| self.get_name(self.builtins, name));
        match found.or_else(|| self.get_name(hidden()?, name)) {
            Some(value) => Ok(value),
            None => Err(self.undefined(&self.name_at(index))),
        }
    }

    fn undefined(&mut self, name: &PyStr) -> Fail {
        self.name_error(ty::NAME_ERROR, name, format!("name '{}' is not defined", name.as_str()))
    }

    /// Instructions that load and store; everything else goes on to `exec_build`.
    pub(super) fn exec_more(&mut self, instr: Instr) -> Res<()> {
        let n = instr.arg as usize;
        match instr.op {
            Op::LoadGlobal => {
                let value = self.load_global(n >> 1)?;
                self.push(value);
                if n & 1 == 1 {
                    self.th.stack.push(Value::Null);
                }
            }
            Op::StoreGlobal => {
                let (name, globals) = (self.name_at(n), self.top_globals());
                let value = self.peek(0);
                self.set_name(globals, &name, value);
                self.pop();
            }
            Op::DeleteGlobal => {
                let (name, globals) = (self.name_at(n), self.top_globals());
                if !self.del_name(globals, &name) {
                    return Err(self.undefined(&name));
                }
            }
            Op::LoadName => {
                let name = self.name_at(n);
                let locals = self.top_locals();
                match self.lookup_namespace(locals, &name)? {
                    Some(value) => self.push(value),
                    None => {
                        let value = self.load_global(n)?;
                        self.push(value);
                    }
                }
            }
            Op::LoadFromDictOrGlobals => {
                let name = self.name_at(n);
                let namespace = self.peek(0);
                let value = match self.lookup_namespace(namespace, &name)? {
                    Some(value) => value,
                    None => self.load_global(n)?,
                };
                self.pop();
                self.push(value);
            }
            Op::LoadFromDictOrDeref => {
                let name = self.code.locals[n].clone();
                let namespace = self.peek(0);
                let value = match self.lookup_namespace(namespace, &name)? {
                    Some(value) => value,
                    None => self.cell_content(n)?,
                };
                self.pop();
                self.push(value);
            }
            Op::StoreName => {
                let name = self.name_at(n);
                let value = self.peek(0);
                let locals = self.top_locals();
                match locals {
                    Value::Obj(id) if self.class_of(locals) == ty::DICT => {
                        self.set_name(id, &name, value);
                        self.pop();
                    }
                    _ => {
                        let key = self.intern(&name);
                        return self.finish_unit(1, Err(Fail::Python), "op_setitem", &[locals, key, value]);
                    }
                }
            }
            Op::DeleteName => {
                let name = self.name_at(n);
                let Value::Obj(locals) = self.top_locals() else { return Err(self.undefined(&name)) };
                if !self.del_name(locals, &name) {
                    return Err(self.undefined(&name));
                }
            }
            Op::LoadLocals => {
                let locals = self.top_locals();
                if locals.is_null() {
                    return Err(self.raise(ty::SYSTEM_ERROR, "no locals"));
                }
                self.push(locals);
            }
            Op::MakeCell => {
                let at = self.slot(instr.arg);
                let content = self.th.stack[at];
                let cell = self.alloc(ty::CELL, Data::Cell(content));
                self.heap.inc(cell);
                self.th.stack[at] = cell;
                self.heap.dec(content);
            }
            Op::CopyFreeVars => {
                let closure = self.top_function().map_or(Value::None, |f| f.closure);
                let cells = self.items(closure).map_or(Vec::new(), <[Value]>::to_vec);
                let first = self.code.locals.len() - n;
                for (at, cell) in cells.into_iter().enumerate() {
                    self.set_local(first + at, cell);
                }
            }
            Op::LoadDeref => {
                let value = self.cell_content(n)?;
                self.push(value);
            }
            Op::StoreDeref => {
                let value = self.peek(0);
                let Value::Obj(cell) = self.th.stack[self.slot(instr.arg)] else {
                    panic!("internal error: no cell in slot {n}");
                };
                self.heap.replace(cell, value, |object, value| match &mut object.data {
                    Data::Cell(content) => std::mem::replace(content, value),
                    _ => value,
                });
                self.pop();
            }
            Op::DeleteDeref => {
                self.cell_content(n)?;
                if let Value::Obj(cell) = self.th.stack[self.slot(instr.arg)] {
                    self.heap.replace(cell, Value::Null, |object, value| match &mut object.data {
                        Data::Cell(content) => std::mem::replace(content, value),
                        _ => value,
                    });
                }
            }
            Op::LoadAttr => return self.load_attr(n),
            Op::StoreAttr => {
                let name = self.name_at(n);
                let (value, owner) = (self.peek(1), self.peek(0));
                let result = self.setattr(owner, &name, value);
                let key = self.key_for(&result, &name);
                return self.finish_unit(2, result, "op_setattr", &[owner, key, value]);
            }
            Op::DeleteAttr => {
                let name = self.name_at(n);
                let owner = self.peek(0);
                let result = self.setattr(owner, &name, Value::Null);
                let key = self.key_for(&result, &name);
                return self.finish_unit(1, result, "op_delattr", &[owner, key]);
            }
            Op::LoadSuperAttr => return self.load_super_attr(n),
            Op::LoadSpecial => return self.load_special(n),
            Op::StoreSubscr => {
                let (value, container, key) = (self.peek(2), self.peek(1), self.peek(0));
                let result = self.setitem(container, key, value);
                return self.finish_unit(3, result, "op_setitem", &[container, key, value]);
            }
            Op::DeleteSubscr => {
                let (container, key) = (self.peek(1), self.peek(0));
                let result = self.delitem(container, key);
                return self.finish_unit(2, result, "op_delitem", &[container, key]);
            }
            Op::BinarySlice => {
                let (container, start, stop) = (self.peek(2), self.peek(1), self.peek(0));
                let slice = self.alloc(ty::SLICE, Data::Slice(Cow::new([start, stop, Value::None])));
                let result = self.getitem(container, slice);
                return self.finish(3, result, "op_getitem", &[container, slice]);
            }
            Op::StoreSlice => {
                let (value, container) = (self.peek(3), self.peek(2));
                let parts = [self.peek(1), self.peek(0), Value::None];
                let slice = self.alloc(ty::SLICE, Data::Slice(Cow::new(parts)));
                let result = self.setitem(container, slice, value);
                return self.finish_unit(4, result, "op_setitem", &[container, slice, value]);
            }
            Op::ImportName => return self.op_import_name(n),
            Op::ImportFrom => return self.op_import_from(n),
            _ => return self.exec_build(instr),
        }
        Ok(())
    }

    fn lookup_namespace(&mut self, namespace: Value, name: &PyStr) -> Res<Option<Value>> {
        match namespace {
            // Not `get`, which would record a read of the whole: `get_name` records that of the name.
            Value::Obj(id) => match &self.heap.peek(id).data {
                Data::Dict(_) => {
                    // A namespace from `__prepare__` may be a mapping with a `__getitem__` of its own; class
                    // bodies of `enum` only write through it, so reading the table is enough.
                    Ok(self.get_name(id, name))
                }
                Data::MappingProxy(inner) => {
                    let inner = *inner;
                    self.lookup_namespace(inner, name)
                }
                _ => Ok(None),
            },
            _ => Ok(None),
        }
    }

    fn cell_content(&mut self, slot: usize) -> Res {
        let cell = self.th.stack[self.slot(slot as u32)];
        match self.data(cell) {
            Some(Data::Cell(content)) if !content.is_null() => Ok(*content),
            _ => {
                let name = self.code.locals[slot].clone();
                if self.code.kinds[slot] == LocalKind::Free {
                    let message = format!(
                        "cannot access free variable '{}' where it is not associated with a value in enclosing scope",
                        name.as_str()
                    );
                    Err(self.name_error(ty::NAME_ERROR, &name, message))
                } else {
                    let message = format!(
                        "cannot access local variable '{}' where it is not associated with a value",
                        name.as_str()
                    );
                    Err(self.name_error(ty::UNBOUND_LOCAL_ERROR, &name, message))
                }
            }
        }
    }

    /// The name as a value, if the operation goes on in Python.
    fn key_for(&mut self, result: &Res<()>, name: &PyStr) -> Value {
        if matches!(result, Err(Fail::Python)) { self.intern(name) } else { Value::Null }
    }

    /// `LOAD_ATTR`: with the low bit set, a method is pushed as function and `self` without binding it.
    fn load_attr(&mut self, arg: usize) -> Res<()> {
        let owner = self.peek(0);
        if arg & 1 == 1 {
            if let Some(method) = self.find_method(owner, &self.code.names[arg >> 1]) {
                // The owner moves up one place and becomes `self`.
                let top = self.th.stack.len() - 1;
                self.heap.inc(method);
                self.th.stack[top] = method;
                self.th.stack.push(owner);
                return Ok(());
            }
        }
        let name = self.name_at(arg >> 1);
        let result = self.getattr(owner, &name);
        let result = if matches!(result, Err(Fail::Python)) {
            let key = self.intern(&name);
            Err(self.slow("op_getattr", &[owner, key]))
        } else {
            result
        };
        if arg & 1 == 0 {
            return self.finish(1, result, "", &[]);
        }
        match result {
            Ok(value) => {
                self.pop();
                self.push(value);
                self.th.stack.push(Value::Null);
                Ok(())
            }
            Err(Fail::Call(_)) => {
                // The result must come below the null that a call expects: let the prelude's frame deliver it
                // and push the null when it is there.
                let depth = self.th.frames.len();
                self.finish(1, result, "", &[])?;
                self.null_after_result(depth);
                Ok(())
            }
            Err(failure) => self.finish(1, Err(failure), "", &[]),
        }
    }

    /// A `LOAD_ATTR` for a call whose value was asked for when there were `depth` frames: the null follows it.
    ///
    /// A frame just begun delivers its value at its floor, so it is told to push the null itself; a native function
    /// has delivered already.
    fn null_after_result(&mut self, depth: usize) {
        let begun = self.th.frames.len() > depth;
        match self.th.frames.last_mut() {
            Some(frame) if begun && frame.mode == Mode::Push => frame.mode = Mode::PushNull,
            Some(frame) if begun && frame.mode == Mode::Init => frame.mode = Mode::InitNull,
            _ => self.th.stack.push(Value::Null),
        }
    }

    /// `LOAD_SUPER_ATTR`: `super().name` without making the `super` object.
    fn load_super_attr(&mut self, arg: usize) -> Res<()> {
        let name = self.name_at(arg >> 2);
        let (global, class, this) = (self.peek(2), self.peek(1), self.peek(0));
        if global != Value::Obj(ty::SUPER) {
            let floor = self.th.stack.len() - 3;
            let args = if arg & 2 != 0 { vec![class, this] } else { vec![] };
            let key = self.intern(&name);
            let tuple = self.tuple(args);
            let slow = self.slow("_super_getattr", &[global, tuple, key]);
            let depth = self.th.frames.len();
            self.settle(Err(slow), Mode::Push, floor)?;
            if arg & 1 == 1 {
                self.null_after_result(depth);
            }
            return Ok(());
        }
        let Value::Obj(class_id) = class else {
            return Err(self.type_error("super() argument 1 must be a type"));
        };
        let result = self.super_getattr(class_id, this, &name);
        let depth = self.th.frames.len();
        self.finish(3, result, "", &[])?;
        if arg & 1 == 1 {
            self.null_after_result(depth);
        }
        Ok(())
    }

    /// `LOAD_SPECIAL`: `__enter__` and its like, looked up on the class.
    fn load_special(&mut self, which: usize) -> Res<()> {
        let name = ["__enter__", "__exit__", "__aenter__", "__aexit__"][which];
        let owner = self.peek(0);
        let class = self.class_of(owner);
        let Some(raw) = self.lookup(class, &name.into()) else {
            let kind = if which < 2 { "context manager" } else { "asynchronous context manager" };
            let message = format!(
                "'{}' object does not support the {kind} protocol{}",
                self.class(class).name.as_str(),
                if which % 2 == 1 { format!(" (missed {name} method)") } else { String::new() }
            );
            return Err(self.type_error(message));
        };
        let bound = self.bind_to(raw, owner, class);
        let depth = self.th.frames.len();
        self.finish(1, bound, "", &[])?;
        self.null_after_result(depth);
        Ok(())
    }
}
