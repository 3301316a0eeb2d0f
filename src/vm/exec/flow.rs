//! Instructions of control flow: exceptions, loops over iterators, generators and coroutines.

use super::*;
use crate::program::flag;
use crate::vm::cow::Cow;
use crate::vm::object::{GenData, GenKind, GenState};

impl Vm {
    /// What `exec_build` does not know.
    pub(super) fn exec_flow(&mut self, instr: Instr) -> Res<()> {
        let n = instr.arg as usize;
        match instr.op {
            Op::PushExcInfo => {
                let exc = self.pop();
                let frame = self.th.frames.last().expect("internal error: no frame");
                let outer = self.th.exc;
                // A generator keeps only what it handles itself: what its caller handles may be another
                // exception by the time it goes on.
                let own = frame.generator.is_null() || !outer.is(frame.exc_below);
                self.push(if own { outer } else { Value::Null });
                self.push(exc);
                self.set_exc(exc);
            }
            Op::PopExcept => {
                let before = self.pop();
                let frame = self.th.frames.last().expect("internal error: no frame");
                let before =
                    if before.is_null() && !frame.generator.is_null() { frame.exc_below } else { before };
                self.set_exc(before);
            }
            Op::CheckExcMatch => {
                let (exc, wanted) = (self.peek(1), self.peek(0));
                let found = self.exception_matches(exc, wanted)?;
                self.pop();
                self.push(Value::Bool(found));
            }
            Op::CheckEgMatch => {
                let (exc, wanted) = (self.peek(1), self.peek(0));
                self.finish(2, Err(Fail::Python), "_check_eg_match", &[exc, wanted])?;
                if let Some(frame) = self.th.frames.last_mut() {
                    frame.mode = Mode::Spread;
                }
            }
            Op::RaiseVarargs => return self.raise_varargs(n),
            Op::Reraise => {
                let exc = self.pop();
                // No new traceback entry: the handler is looked up from where RERAISE stands.
                self.unwind(exc, false);
            }
            Op::WithExceptStart => {
                let exc = self.peek(0);
                // exit function, self or null, lasti, previous exception, exception
                let (exit, this) = (self.peek(4), self.peek(3));
                let class = Value::Obj(self.class_of(exc));
                let traceback = match self.shape(exc) {
                    Some(Data::Exception(data)) => data.traceback,
                    _ => Value::None,
                };
                let mut args = vec![class, exc, traceback];
                if !this.is_null() {
                    args.insert(0, this);
                }
                return self.invoke(exit, Args::pos(&args), Mode::Push);
            }
            Op::GetYieldFromIter => {
                let value = self.peek(0);
                if self.class_of(value) == ty::GENERATOR {
                    return Ok(());
                }
                if self.class_of(value) == ty::COROUTINE {
                    if self.code.flags & (flag::COROUTINE | flag::ITERABLE_COROUTINE) != 0 {
                        return Ok(());
                    }
                    let text = "cannot 'yield from' a coroutine object in a non-coroutine generator";
                    return Err(self.type_error(text));
                }
                let result = self.iter(value);
                return self.finish(1, result, "op_iter", &[value]);
            }
            Op::GetAwaitable => {
                let value = self.peek(0);
                if self.class_of(value) == ty::COROUTINE {
                    if self.is_awaiting(value) {
                        return Err(self.raise(ty::RUNTIME_ERROR, "coroutine is being awaited already"));
                    }
                    return Ok(());
                }
                return self.finish(1, Err(Fail::Python), "_get_awaitable", &[value, Value::Int(n as i64)]);
            }
            Op::GetAiter => {
                let value = self.peek(0);
                return self.finish(1, Err(Fail::Python), "_get_aiter", &[value]);
            }
            Op::GetAnext => {
                let value = self.peek(0);
                return self.finish(0, Err(Fail::Python), "_get_anext", &[value]);
            }
            Op::Send => {
                let (receiver, value) = (self.peek(1), self.pop());
                if matches!(self.shape(receiver), Some(Data::Generator(_))) {
                    return self.resume(receiver, value, false, Mode::Send);
                }
                let failure = self.slow("_send", &[receiver, value]);
                let floor = self.th.stack.len();
                return self.settle(Err(failure), Mode::Send, floor);
            }
            Op::EndSend => {
                let value = self.peek(0);
                self.pop();
                self.pop();
                self.push(value);
            }
            Op::EndAsyncFor => {
                let exc = self.pop();
                self.pop();
                if !self.is_instance(exc, ty::STOP_ASYNC_ITERATION) {
                    self.unwind(exc, false);
                }
            }
            Op::CleanupThrow => {
                // sub-iterator, last sent value, exception
                let exc = self.peek(0);
                if self.is_instance(exc, ty::STOP_ITERATION) {
                    let value = self.first_arg(exc);
                    self.pop();
                    self.pop();
                    self.pop();
                    self.th.stack.push(Value::None);
                    self.push(value);
                } else {
                    self.unwind(exc, false);
                }
            }
            Op::ExitInitCheck | Op::InterpreterExit => {}
            other => {
                let message = format!("instruction {other:?} is not supported");
                return Err(self.raise(ty::NOT_IMPLEMENTED_ERROR, message));
            }
        }
        Ok(())
    }

    /// `FOR_ITER`.
    pub(super) fn op_for_iter(&mut self) -> Res<()> {
        let iterator = self.peek(0);
        if matches!(self.shape(iterator), Some(Data::Generator(_))) {
            return self.resume(iterator, Value::None, false, Mode::ForIter);
        }
        match self.next(iterator) {
            Ok(Some(value)) => {
                self.push(value);
                Ok(())
            }
            Ok(None) => {
                self.exhaust_loop();
                Ok(())
            }
            Err(Fail::Python) => {
                let failure = self.slow("op_next", &[iterator]);
                let floor = self.th.stack.len();
                self.settle(Err(failure), Mode::ForIter, floor)
            }
            Err(failure) => {
                let floor = self.th.stack.len();
                self.settle(Err(failure), Mode::ForIter, floor)
            }
        }
    }

    /// `RETURN_GENERATOR`: the frame becomes a generator object, which the caller gets.
    pub(super) fn op_return_generator(&mut self) -> Res<()> {
        let mut frame = self.th.frames.pop().expect("internal error: no frame");
        let flags = self.code.flags;
        let (kind, class) = if flags & flag::ASYNC_GENERATOR != 0 {
            (GenKind::AsyncGenerator, ty::ASYNC_GENERATOR)
        } else if flags & flag::COROUTINE != 0 {
            (GenKind::Coroutine, ty::COROUTINE)
        } else {
            (GenKind::Generator, ty::GENERATOR)
        };
        let (name, qualname) = match self.shape(frame.func) {
            Some(Data::Function(function)) => (function.name, function.qualname),
            _ => (Value::None, Value::None),
        };
        let slots = self.th.stack[frame.base as usize..].to_vec();
        let (mode, floor, code) = (frame.mode, frame.floor as usize, Value::Obj(frame.code));
        let tracked = kind == GenKind::Coroutine && self.th.origin_depth > 0;
        let extra = if tracked { self.coroutine_origin() } else { Value::Null };
        frame.each_ref(|v| self.heap.dec(v));
        frame.mode = Mode::Push;
        let data = GenData {
            kind,
            state: GenState::Created,
            frame: Some(frame),
            slots,
            exc: Value::Null,
            code,
            name,
            qualname,
            extra,
        };
        let generator = self.alloc(class, Data::Generator(Cow::new(data)));
        self.cut(floor);
        self.reload();
        self.deliver(generator, mode)
    }

    fn raise_varargs(&mut self, argc: usize) -> Res<()> {
        if argc == 0 {
            let exc = self.th.exc;
            if exc.is_null() || exc.is_none() {
                return Err(self.raise(ty::RUNTIME_ERROR, "No active exception to reraise"));
            }
            self.unwind(exc, false);
            return Ok(());
        }
        let (exc, cause) = if argc == 2 { (self.peek(1), self.peek(0)) } else { (self.peek(0), Value::Null) };
        if self.is_class(exc) || self.is_class(cause) {
            // Classes are called to make instances, which may run Python code.
            let cause = if argc == 2 { cause } else { Value::Ellipsis };
            let failure = self.slow("_raise", &[exc, cause]);
            let floor = self.th.stack.len() - argc;
            return self.settle(Err(failure), Mode::Discard, floor);
        }
        if !self.is_instance(exc, ty::BASE_EXCEPTION) {
            return Err(self.type_error("exceptions must derive from BaseException"));
        }
        if argc == 2 {
            self.set_cause(exc, cause)?;
        }
        self.cut(self.th.stack.len() - argc);
        Err(Fail::Raise(exc))
    }

    /// `raise exc from cause`.
    pub(in crate::vm) fn set_cause(&mut self, exc: Value, cause: Value) -> Res<()> {
        if !cause.is_none() && !self.is_instance(cause, ty::BASE_EXCEPTION) {
            return Err(self.type_error("exception causes must derive from BaseException"));
        }
        let Value::Obj(id) = exc else { return Ok(()) };
        self.heap.replace(id, cause, |object, value| match &mut object.data {
            Data::Exception(data) => {
                data.suppress = true;
                std::mem::replace(&mut data.cause, value)
            }
            _ => value,
        });
        Ok(())
    }

    /// `except wanted:` for a class or a tuple of classes.
    pub(in crate::vm) fn exception_matches(&mut self, exc: Value, wanted: Value) -> Res<bool> {
        let classes = match self.shape(wanted) {
            Some(Data::Tuple(items)) => items.to_vec(),
            _ => vec![wanted],
        };
        let class = self.class_of(exc);
        let mut found = false;
        for wanted in classes {
            match wanted {
                Value::Obj(id) if self.is_class(wanted) && self.is_subclass(id, ty::BASE_EXCEPTION) => {
                    found |= self.is_subclass(class, id);
                }
                _ => {
                    return Err(self.type_error(
                        "catching classes that do not inherit from BaseException is not allowed",
                    ));
                }
            }
        }
        Ok(found)
    }

    pub(super) fn intrinsic1(&mut self, which: u32) -> Res<()> {
        let value = self.peek(0);
        match which {
            3 => {
                // StopIteration inside a generator becomes RuntimeError (PEP 479).
                let frame = self.th.frames.last().expect("internal error: no frame");
                let kind = match self.class_of(frame.generator) {
                    ty::COROUTINE => "coroutine",
                    ty::ASYNC_GENERATOR => "async generator",
                    _ => "generator",
                };
                let name = if self.is_instance(value, ty::STOP_ITERATION) {
                    "StopIteration"
                } else if kind == "async generator" && self.is_instance(value, ty::STOP_ASYNC_ITERATION) {
                    "StopAsyncIteration"
                } else {
                    return Ok(());
                };
                let message = self.str(format!("{kind} raised {name}"));
                let error = self.exception(ty::RUNTIME_ERROR, vec![message]);
                self.set_cause(error, value)?;
                if let Value::Obj(id) = error {
                    self.heap.replace(id, value, |object, value| match &mut object.data {
                        Data::Exception(data) => std::mem::replace(&mut data.context, value),
                        _ => value,
                    });
                }
                self.pop();
                self.push(error);
                Ok(())
            }
            5 => {
                let result = self.unary_pos(value);
                self.finish(1, result, "op_pos", &[value])
            }
            6 => {
                let items = self.items(value).map_or(Vec::new(), <[Value]>::to_vec);
                let tuple = self.tuple(items);
                self.pop();
                self.push(tuple);
                Ok(())
            }
            2 => {
                let locals = self.th.frames.last().expect("internal error: no frame").locals;
                self.finish(1, Err(Fail::Python), "_import_star", &[value, locals])
            }
            4 => self.finish(1, Err(Fail::Python), "_async_gen_wrap", &[value]),
            _ => self.finish(1, Err(Fail::Python), "_intrinsic1", &[Value::Int(i64::from(which)), value]),
        }
    }

    pub(super) fn intrinsic2(&mut self, which: u32) -> Res<()> {
        let (a, b) = (self.peek(1), self.peek(0));
        self.finish(2, Err(Fail::Python), "_intrinsic2", &[Value::Int(i64::from(which)), a, b])
    }
}
