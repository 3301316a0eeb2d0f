//! Calls: from values on the stack to a running frame or a native result.
//!
//! Arguments of a fitting call stay where they are on the thread's stack and become the callee's locals;
//! all others are bound by `bind.rs`.

use super::frame::{Frame, Mode};
use super::native::{Args, CallSpec, Fail, Res};
use super::object::{CodeObj, Data};
use super::value::{Id, PyStr, Value};
use super::{Vm, ty};
use crate::program::{Code, LocalKind, Origin, flag};
use std::sync::Arc;

/// Python calls in progress before `RecursionError` (CPython's default).
pub const RECURSION_LIMIT: u32 = 1000;
/// The deepest that `sys.setrecursionlimit` is followed: a frame takes some hundred bytes.
pub const RECURSION_MAX: i64 = 200_000;

impl Vm {
    /// Pushes a value; the stack place is a counted slot.
    #[inline]
    pub(super) fn push(&mut self, value: Value) {
        self.heap.inc(value);
        self.th.stack.push(value);
    }
    /// Pops a value. It stays alive until the instruction ends.
    #[inline]
    pub(super) fn pop(&mut self) -> Value {
        let value = self.th.stack.pop().expect("internal error: operand stack is empty");
        self.heap.dec(value);
        value
    }
    /// Cuts the stack to `len` values.
    pub(super) fn cut(&mut self, len: usize) {
        while self.th.stack.len() > len {
            self.pop();
        }
    }
    /// The code object's data.
    #[inline]
    pub fn code_obj(&self, id: Id) -> &CodeObj {
        match &self.heap.get(id).data {
            Data::Code(code) => code,
            other => panic!("internal error: {other:?} is no code"),
        }
    }

    /// Begins a frame whose locals begin at `base`.
    fn begin(&mut self, frame: Frame, code: Arc<Code>) -> Res<()> {
        let limit = self.recursion_limit as usize;
        if self.th.frames.len() >= limit + if frame.hidden { 40 } else { 0 } {
            let floor = frame.floor as usize;
            self.cut(floor);
            return Err(self.raise(ty::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        frame.each_ref(|v| self.heap.inc(v));
        self.code = code;
        self.th.frames.push(frame);
        Ok(())
    }

    /// A frame for a function whose code this is, not yet begun.
    fn frame_of(&self, func: Id, code: &Code, floor: usize, base: usize, mode: Mode, extra: Value) -> Frame {
        let Data::Function(function) = &self.heap.get(func).data else {
            panic!("internal error: no function");
        };
        let hidden = code.file.origin == Origin::Hidden;
        Frame {
            code: function.code,
            globals: function.globals,
            func: Value::Obj(func),
            locals: Value::Null,
            extra,
            generator: Value::Null,
            exc_below: Value::Null,
            pc: 0,
            last: 0,
            base: base as u32,
            floor: floor as u32,
            mode,
            hidden,
        }
    }

    /// Enters a function whose positional arguments stand on the stack from `first` on.
    pub(super) fn enter_function(
        &mut self,
        func: Id,
        first: usize,
        floor: usize,
        mode: Mode,
        extra: Value,
    ) -> Res<()> {
        let Data::Function(function) = &self.heap.get(func).data else {
            panic!("internal error: no function");
        };
        let defaults = function.defaults;
        let argc = self.th.stack.len() - first;
        let code = Arc::clone(&self.code_obj(function.code).code);
        let simple = code.flags & (flag::VARARGS | flag::VARKEYWORDS) == 0 && code.kwonly_count == 0;
        let (wanted, slots) = (code.arg_count as usize, code.locals.len());
        if simple && argc <= wanted {
            let missing = wanted - argc;
            let given = if missing == 0 { 0 } else { self.items(defaults).map_or(0, <[Value]>::len) };
            if missing <= given {
                for index in given - missing..given {
                    let value = self.items(defaults).map_or(Value::Null, |items| items[index]);
                    self.push(value);
                }
                self.th.stack.resize(first + slots, Value::Null);
                let frame = self.frame_of(func, &code, floor, first, mode, extra);
                return self.begin(frame, code);
            }
        }
        let pos: Vec<Value> = self.th.stack[first..].to_vec();
        let locals = self.bind(func, &pos, &[]);
        self.enter_bound(func, locals, floor, mode, extra)
    }

    /// Enters a function with arguments given as values.
    pub(super) fn enter_with(
        &mut self,
        func: Id,
        args: Args,
        floor: usize,
        mode: Mode,
        extra: Value,
    ) -> Res<()> {
        let locals = self.bind(func, args.pos, args.kw);
        self.enter_bound(func, locals, floor, mode, extra)
    }

    fn enter_bound(
        &mut self,
        func: Id,
        locals: Res<Vec<Value>>,
        floor: usize,
        mode: Mode,
        extra: Value,
    ) -> Res<()> {
        let locals = match locals {
            Ok(locals) => locals,
            Err(failure) => {
                self.cut(floor);
                return Err(failure);
            }
        };
        let held = self.th.stack.split_off(floor);
        let base = self.th.stack.len();
        for value in locals {
            self.push(value);
        }
        held.into_iter().for_each(|v| self.heap.dec(v));
        let Data::Function(function) = &self.heap.get(func).data else {
            panic!("internal error: no function");
        };
        let code = Arc::clone(&self.code_obj(function.code).code);
        let frame = self.frame_of(func, &code, floor, base, mode, extra);
        self.begin(frame, code)
    }

    /// Calls anything with arguments given as values; what it returns goes where `mode` says.
    pub fn invoke(&mut self, callable: Value, args: Args, mode: Mode) -> Res<()> {
        let floor = self.th.stack.len();
        self.invoke_at(callable, args, mode, floor)
    }

    /// As [`Vm::invoke`]; the stack is cut to `floor` once the arguments are no longer needed.
    pub(super) fn invoke_at(&mut self, callable: Value, args: Args, mode: Mode, floor: usize) -> Res<()> {
        match self.shape(callable) {
            Some(Data::Function(_)) => {
                let Value::Obj(func) = callable else {
                    unreachable!("internal error: function off the heap")
                };
                self.enter_with(func, args, floor, mode, Value::Null)
            }
            Some(Data::Method { func, this }) => {
                let (func, this) = (*func, *this);
                let pos: Vec<Value> = std::iter::once(this).chain(args.pos.iter().copied()).collect();
                self.invoke_at(func, Args { pos: &pos, kw: args.kw }, mode, floor)
            }
            Some(Data::Native { def, this }) => {
                let (def, this) = (*def, *this);
                let result = if this.is_null() {
                    self.call_native(def, args)
                } else {
                    let pos: Vec<Value> = std::iter::once(this).chain(args.pos.iter().copied()).collect();
                    self.call_native(def, Args { pos: &pos, kw: args.kw })
                };
                if let Err(Fail::Block(wait)) = result {
                    if self.retryable() && mode == Mode::Push {
                        return Err(Fail::Block(wait));
                    }
                    return self.block_in_frame(callable, args, mode, floor);
                }
                self.settle(result, mode, floor)
            }
            Some(Data::Type(_)) => {
                let Value::Obj(class) = callable else { unreachable!("internal error: class off the heap") };
                self.call_class(class, args, mode, floor)
            }
            Some(Data::Partial(_)) => {
                let spec = match self.partial_spec(callable, args) {
                    Ok(spec) => spec,
                    Err(failure) => {
                        self.cut(floor);
                        return Err(failure);
                    }
                };
                self.invoke_at(spec.callable, Args { pos: &spec.pos, kw: &spec.kw }, mode, floor)
            }
            Some(Data::StaticMethod(inner)) => self.invoke_at(*inner, args, mode, floor),
            _ => {
                let class = self.class_of(callable);
                match self.lookup(class, &"__call__".into()) {
                    Some(call) => {
                        let pos: Vec<Value> =
                            std::iter::once(callable).chain(args.pos.iter().copied()).collect();
                        let this_first = Args { pos: &pos, kw: args.kw };
                        match self.shape(call) {
                            Some(Data::Function(_) | Data::Native { .. }) => {
                                self.invoke_at(call, this_first, mode, floor)
                            }
                            Some(Data::StaticMethod(inner)) => self.invoke_at(*inner, args, mode, floor),
                            // Any other descriptor is bound first, which may take Python code.
                            _ => match self.slow_kw("_call_special", this_first) {
                                Fail::Call(spec) => self.invoke_at(spec.callable, this_first, mode, floor),
                                failure => {
                                    self.cut(floor);
                                    Err(failure)
                                }
                            },
                        }
                    }
                    None => {
                        let name = self.class_name(callable);
                        self.cut(floor);
                        Err(self.type_error(format!("'{}' object is not callable", name.as_str())))
                    }
                }
            }
        }
    }

    fn partial_spec(&mut self, callable: Value, args: Args) -> Res<CallSpec> {
        let Some(Data::Partial(parts)) = self.shape(callable) else { panic!("internal error: no partial") };
        let [func, before, keywords] = **parts;
        let mut pos = self.items(before).map_or(Vec::new(), <[Value]>::to_vec);
        let placeholders = self.fill_placeholders(&mut pos, args.pos);
        if placeholders > 0 {
            let (expected, got) = (placeholders + args.pos.len(), args.pos.len());
            return Err(self.type_error(format!(
                "missing positional arguments in 'partial' call; expected at least {expected}, got {got}"
            )));
        }
        let (mut names, mut kw) = (Vec::new(), Vec::new());
        if let Some(table) = self.dict_table(keywords) {
            for entry in table.iter() {
                names.push((self.as_str(entry.key), entry.value));
            }
        }
        for (name, value) in names {
            match name {
                Some(name) => kw.push((name, value)),
                None => return Err(self.type_error("keywords must be strings")),
            }
        }
        for (name, value) in args.kw {
            match kw.iter_mut().find(|(n, _)| n == name) {
                Some(pair) => pair.1 = *value,
                None => kw.push((name.clone(), *value)),
            }
        }
        Ok(CallSpec { callable: func, pos, kw })
    }

    /// True if the present instruction is a call with its arguments still on the stack.
    fn retryable(&self) -> bool {
        self.th.frames.last().is_some_and(|frame| {
            use rustpython_compiler_core::bytecode::Opcode as Op;
            matches!(self.code.instrs[frame.last as usize].op, Op::Call | Op::CallKw | Op::CallFunctionEx)
        })
    }

    /// A native function that must wait but is not called by a call instruction: the prelude calls it.
    fn block_in_frame(&mut self, callable: Value, args: Args, mode: Mode, floor: usize) -> Res<()> {
        let pos = self.tuple(args.pos);
        let kw = self.dict_of(args.kw);
        let caller =
            self.get_name(self.prelude, &"_call".into()).expect("internal error: prelude has no _call");
        self.invoke_at(caller, Args::pos(&[callable, pos, Value::Obj(kw)]), mode, floor)
    }

    /// Calls a native function; one that needs Python is replaced by its prelude twin.
    pub(super) fn call_native(&mut self, def: &'static super::native::NativeDef, args: Args) -> Res {
        if def.name.ends_with(".__new__") {
            self.check_new(def.name, args)?;
        }
        match (def.call)(self, args) {
            Err(Fail::Python) => {
                let name = def.name.replace('.', "__");
                match self.get_name(self.prelude, &name.as_str().into()) {
                    Some(callable) => Err(Fail::Call(Box::new(CallSpec {
                        callable,
                        pos: args.pos.to_vec(),
                        kw: args.kw.to_vec(),
                    }))),
                    None => Err(self.raise(
                        ty::NOT_IMPLEMENTED_ERROR,
                        format!(
                            "{} is not supported yet for objects with methods of their own here",
                            def.name
                        ),
                    )),
                }
            }
            Err(Fail::Unhashable(class)) => {
                let name = self.message_name(class);
                Err(self.type_error(format!("unhashable type: '{}'", name.as_str())))
            }
            other => other,
        }
    }

    /// Cuts the stack and takes a native result on: delivers it, or does what it asks for.
    pub(super) fn settle(&mut self, result: Res, mode: Mode, floor: usize) -> Res<()> {
        match result {
            Ok(value) => {
                self.cut(floor);
                self.deliver(value, mode)
            }
            Err(Fail::Call(spec)) => {
                self.invoke_at(spec.callable, Args { pos: &spec.pos, kw: &spec.kw }, mode, floor)
            }
            Err(Fail::Resume { generator, value, throw }) => {
                self.cut(floor);
                self.resume(generator, value, throw, mode)
            }
            Err(Fail::Exec { code, globals, locals, closure }) => {
                self.cut(floor);
                self.enter_code(code, globals, locals, closure, mode)
            }
            Err(Fail::Unhashable(class)) => {
                let name = self.message_name(class);
                self.cut(floor);
                Err(self.type_error(format!("unhashable type: '{}'", name.as_str())))
            }
            Err(failure) => {
                self.cut(floor);
                Err(failure)
            }
        }
    }

    /// Begins a module, class body or `exec` text with its namespace.
    pub(super) fn enter_code(
        &mut self,
        code: Value,
        globals: Value,
        locals: Value,
        closure: Value,
        mode: Mode,
    ) -> Res<()> {
        let (Value::Obj(code), Value::Obj(globals)) = (code, globals) else {
            return Err(self.type_error("exec() arg 1 must be a string, bytes or code object"));
        };
        let floor = self.th.stack.len();
        let text = Arc::clone(&self.code_obj(code).code);
        self.th.stack.resize(floor + text.locals.len(), Value::Null);
        let frame = Frame {
            code,
            globals,
            func: Value::Null,
            locals,
            extra: Value::Null,
            generator: Value::Null,
            exc_below: Value::Null,
            pc: 0,
            last: 0,
            base: floor as u32,
            floor: floor as u32,
            mode,
            hidden: text.file.origin == Origin::Hidden,
        };
        let cells = self.items(closure).map_or(Vec::new(), <[Value]>::to_vec);
        self.begin(frame, Arc::clone(&text))?;
        // COPY_FREE_VARS needs a function; class bodies and exec get their cells here.
        let first = text.kinds.iter().position(|k| *k == LocalKind::Free).unwrap_or(0);
        for (at, cell) in cells.into_iter().enumerate() {
            self.set_local(first + at, cell);
        }
        Ok(())
    }

    /// Puts a value into a local slot of the top frame.
    pub(super) fn set_local(&mut self, slot: usize, value: Value) {
        let base = self.th.frames.last().expect("internal error: no frame").base as usize;
        self.heap.inc(value);
        let old = std::mem::replace(&mut self.th.stack[base + slot], value);
        self.heap.dec(old);
    }

    /// Hands a finished frame's or native's result to whoever wants it.
    pub(super) fn deliver(&mut self, value: Value, mode: Mode) -> Res<()> {
        match mode {
            Mode::Push | Mode::ForIter | Mode::Send => self.push(value),
            Mode::PushNull | Mode::InitNull => {
                self.push(value);
                self.th.stack.push(Value::Null);
            }
            Mode::Spread => self.spread(value),
            Mode::Discard | Mode::Finalizer => {}
            Mode::Init | Mode::Bottom => self.push(value),
        }
        Ok(())
    }

    /// `CALL`: callable, self or null, `argc` arguments.
    pub(super) fn op_call(&mut self, argc: usize) -> Res<()> {
        let len = self.th.stack.len();
        let base = len - argc;
        let floor = base - 2;
        let (callable, this) = (self.th.stack[floor], self.th.stack[base - 1]);
        let first = if this.is_null() { base } else { base - 1 };
        let Value::Obj(id) = callable else { return self.call_slice(callable, first, floor) };
        match &self.heap.get(id).data {
            Data::Function(_) => self.enter_function(id, first, floor, Mode::Push, Value::Null),
            Data::Method { func, this: bound } if this.is_null() => {
                let (func, bound) = (*func, *bound);
                self.heap.inc(func);
                self.heap.inc(bound);
                self.th.stack[floor] = func;
                self.th.stack[base - 1] = bound;
                self.heap.dec(callable);
                self.op_call(argc)
            }
            _ => self.call_slice(callable, first, floor),
        }
    }

    fn call_slice(&mut self, callable: Value, first: usize, floor: usize) -> Res<()> {
        const SMALL: usize = 6;
        let argc = self.th.stack.len() - first;
        if argc <= SMALL {
            let mut few = [Value::Null; SMALL];
            few[..argc].copy_from_slice(&self.th.stack[first..]);
            self.invoke_at(callable, Args::pos(&few[..argc]), Mode::Push, floor)
        } else {
            let many = self.th.stack[first..].to_vec();
            self.invoke_at(callable, Args::pos(&many), Mode::Push, floor)
        }
    }

    /// `CALL_KW`: as `CALL`, with a tuple of keyword names on top.
    pub(super) fn op_call_kw(&mut self, argc: usize) -> Res<()> {
        let len = self.th.stack.len();
        let names = self.th.stack[len - 1];
        let base = len - 1 - argc;
        let floor = base - 2;
        let (callable, this) = (self.th.stack[floor], self.th.stack[base - 1]);
        let first = if this.is_null() { base } else { base - 1 };
        let names: Vec<PyStr> =
            self.items(names).unwrap_or(&[]).iter().filter_map(|v| self.as_str(*v)).collect();
        let all = self.th.stack[first..len - 1].to_vec();
        let (pos, named) = all.split_at(all.len() - names.len());
        let kw: Vec<(PyStr, Value)> = names.into_iter().zip(named.iter().copied()).collect();
        self.invoke_at(callable, Args { pos, kw: &kw }, Mode::Push, floor)
    }

    /// `CALL_FUNCTION_EX`: callable, null, arguments, keywords or null.
    pub(super) fn op_call_ex(&mut self) -> Res<()> {
        let len = self.th.stack.len();
        let floor = len - 4;
        let (callable, pos, kw) = (self.th.stack[floor], self.th.stack[len - 2], self.th.stack[len - 1]);
        let mut named = Vec::new();
        if let Some(table) = self.dict_table(kw) {
            let entries: Vec<_> = table.iter().collect();
            for entry in entries {
                match self.as_str(entry.key) {
                    Some(name) => named.push((name, entry.value)),
                    None => return Err(self.type_error("keywords must be strings")),
                }
            }
        }
        let pos = match self.items(pos) {
            Some(items) => items.to_vec(),
            None => match self.collect(pos) {
                Ok(items) => items,
                Err(Fail::Python) if self.has_iter(pos) => {
                    let kw = if kw.is_null() { Value::None } else { kw };
                    let spec = self.slow("_call", &[callable, pos, kw]);
                    return self.settle(Err(spec), Mode::Push, floor);
                }
                Err(Fail::Python) => {
                    let (name, got) = (self.describe_callable(callable), self.class_name(pos));
                    return Err(self.type_error(format!(
                        "{name} argument after * must be an iterable, not {}",
                        got.as_str()
                    )));
                }
                Err(other) => return Err(other),
            },
        };
        self.invoke_at(callable, Args { pos: &pos, kw: &named }, Mode::Push, floor)
    }

    /// True if a `for` loop could walk through the value.
    fn has_iter(&self, value: Value) -> bool {
        let class = self.class_of(value);
        ["__iter__", "__getitem__"]
            .into_iter()
            .any(|name| self.lookup(class, &name.into()).is_some_and(|m| !m.is_none()))
    }

    /// A callable as error messages name it: `f()`.
    pub(super) fn describe_callable(&self, callable: Value) -> String {
        match self.shape(callable) {
            Some(Data::Function(function)) => {
                let name = self.as_str(function.qualname).map_or(String::new(), |n| n.to_string());
                match self.as_str(function.module) {
                    Some(module) if module.as_str() != "builtins" => format!("{}.{name}()", module.as_str()),
                    _ => format!("{name}()"),
                }
            }
            Some(Data::Native { def, .. }) => format!("{}()", def.short()),
            Some(Data::Method { func, .. }) => self.describe_callable(*func),
            Some(Data::Type(class)) => format!("{}()", class.name.as_str()),
            _ => format!("{} object", self.class_name(callable).as_str()),
        }
    }
}
