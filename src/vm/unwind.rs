//! How frames end: by return, by yield, by an exception; and how objects die.
//!
//! Exception state follows CPython 3.11 and later: `PUSH_EXC_INFO` and `POP_EXCEPT` keep the exception being
//! handled, generators keep their own while suspended (Objects/genobject.c, Python/ceval.c).

use super::cow::Cow;
use super::frame::Mode;
use super::native::{Args, Fail, Res};
use super::object::{Attrs, Data, FrameInfo, GenState, TracebackData};
use super::thread::Status;
use super::value::{Id, PyStr, Value};
use super::{Vm, ty};
use crate::program::{LocalKind, Origin};
use rustpython_compiler_core::bytecode::Opcode;
use std::sync::Arc;

impl Vm {
    /// Makes the code of the top frame the one at hand.
    pub fn reload(&mut self) {
        if let Some(frame) = self.th.frames.last() {
            self.code = Arc::clone(&self.code_obj(frame.code).code);
        }
    }

    /// Removes the top frame with its part of the stack; returns it with its fields uncounted.
    fn drop_frame(&mut self) -> super::frame::Frame {
        let frame = self.th.frames.pop().expect("internal error: no frame to leave");
        self.cut(frame.floor as usize);
        frame.each_ref(|v| self.heap.dec(v));
        if let Value::Obj(generator) = frame.generator {
            self.set_exc(frame.exc_below);
            if let Data::Generator(data) = &mut self.heap.get_mut(generator).data {
                data.state = GenState::Closed;
            }
        }
        self.reload();
        frame
    }

    /// Sets the exception being handled.
    pub(super) fn set_exc(&mut self, exc: Value) {
        self.heap.inc(exc);
        let old = std::mem::replace(&mut self.th.exc, exc);
        self.heap.dec(old);
    }

    /// `RETURN_VALUE`.
    pub(super) fn op_return(&mut self) -> Res<()> {
        let value = self.pop();
        let frame = self.drop_frame();
        if !frame.generator.is_null() {
            return match frame.mode {
                Mode::ForIter => {
                    self.exhaust_loop();
                    Ok(())
                }
                Mode::Send => {
                    self.finish_send(value);
                    Ok(())
                }
                Mode::Discard | Mode::Finalizer => Ok(()),
                _ => {
                    let asynchronous = self.class_of(frame.generator) == ty::ASYNC_GENERATOR;
                    if asynchronous {
                        let exc = self.exception(ty::STOP_ASYNC_ITERATION, vec![]);
                        return Err(Fail::Raise(exc));
                    }
                    Err(self.stop_iteration(value))
                }
            };
        }
        match frame.mode {
            Mode::Bottom => {
                self.th.status = Status::Finished;
                Ok(())
            }
            Mode::Init | Mode::InitNull => {
                if !value.is_none() {
                    let name = self.class_name(value);
                    return Err(
                        self.type_error(format!("__init__() should return None, not '{}'", name.as_str()))
                    );
                }
                let mode = if frame.mode == Mode::Init { Mode::Push } else { Mode::PushNull };
                self.deliver(frame.extra, mode)
            }
            mode => self.deliver(value, mode),
        }
    }

    /// A `for` loop of the top frame has ended: goes on behind its `END_FOR`.
    pub(super) fn exhaust_loop(&mut self) {
        let frame = self.th.frames.last_mut().expect("internal error: loop without a frame");
        frame.pc = self.code.instrs[frame.last as usize].arg + 1;
    }

    /// The sub-iterator of a `SEND` in the top frame has ended with `value`.
    pub(super) fn finish_send(&mut self, value: Value) {
        self.push(value);
        let frame = self.th.frames.last_mut().expect("internal error: send without a frame");
        frame.pc = self.code.instrs[frame.last as usize].arg;
    }

    /// `YIELD_VALUE`: the frame and its slots move into the generator object.
    pub(super) fn op_yield(&mut self) -> Res<()> {
        let value = self.pop();
        let mut frame = self.th.frames.pop().expect("internal error: yield without a frame");
        let Value::Obj(generator) = frame.generator else {
            panic!("internal error: yield outside a generator");
        };
        let slots = self.th.stack.split_off(frame.base as usize);
        self.cut(frame.floor as usize);
        let exc = self.th.exc;
        let handles = !exc.is(frame.exc_below) || (!exc.is_null() && self.is_in_handler(&frame));
        let own_exc = if handles { exc } else { Value::Null };
        self.heap.inc(own_exc);
        self.set_exc(frame.exc_below);
        let (below, mode) = (frame.exc_below, frame.mode);
        self.heap.dec(below);
        frame.exc_below = Value::Null;
        frame.generator = Value::Null;
        if let Data::Generator(data) = &mut self.heap.get_mut(generator).data {
            data.state = GenState::Suspended;
            data.slots = slots;
            data.exc = own_exc;
            data.frame = Some(frame);
        }
        self.heap.dec(Value::Obj(generator));
        self.reload();
        self.deliver(value, mode)
    }

    /// True if the frame stands in an `except` or `finally` that handles an exception. Such code is covered by a handler
    /// of its own, which puts back what was handled before.
    fn is_in_handler(&self, frame: &super::frame::Frame) -> bool {
        let code = &self.code_obj(frame.code).code;
        let mut found = code.handler(frame.last);
        while let Some(handler) = found {
            match code.instrs[handler.target as usize].op {
                Opcode::Copy => return true,
                // That of an `await` stands within what surrounds the await.
                Opcode::CleanupThrow => found = code.handler(handler.target),
                _ => return false,
            }
        }
        false
    }

    /// Goes on with a generator, sending `value` or raising it.
    pub(super) fn resume(&mut self, generator: Value, value: Value, throw: bool, mode: Mode) -> Res<()> {
        let Value::Obj(id) = generator else { panic!("internal error: no generator") };
        let Data::Generator(data) = &self.heap.get(id).data else { panic!("internal error: no generator") };
        let kind = match self.class_of(generator) {
            ty::COROUTINE => "coroutine",
            ty::ASYNC_GENERATOR => "async generator",
            _ => "generator",
        };
        match data.state {
            GenState::Running => {
                return Err(self.value_error(format!("{kind} already executing")));
            }
            GenState::Closed => {
                if kind == "coroutine" {
                    return Err(self.raise(ty::RUNTIME_ERROR, "cannot reuse already awaited coroutine"));
                }
                if throw {
                    return Err(Fail::Raise(value));
                }
                return match mode {
                    Mode::ForIter => {
                        self.exhaust_loop();
                        Ok(())
                    }
                    Mode::Send => {
                        self.finish_send(Value::None);
                        Ok(())
                    }
                    _ => Err(self.stop_iteration(Value::Null)),
                };
            }
            GenState::Created if !throw && !value.is_none() => {
                return Err(self.type_error(format!("can't send non-None value to a just-started {kind}")));
            }
            GenState::Created | GenState::Suspended => {}
        }
        if self.th.frames.len() >= self.recursion_limit as usize {
            return Err(self.raise(ty::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        let Data::Generator(data) = &mut self.heap.get_mut(id).data else {
            panic!("internal error: no generator")
        };
        data.state = GenState::Running;
        let mut frame = data.frame.take().expect("internal error: suspended generator without a frame");
        let slots = std::mem::take(&mut data.slots);
        let own_exc = std::mem::replace(&mut data.exc, Value::Null);
        let floor = self.th.stack.len();
        self.th.stack.extend(slots);
        frame.floor = floor as u32;
        frame.base = floor as u32;
        frame.mode = mode;
        frame.generator = generator;
        frame.exc_below = self.th.exc;
        self.heap.inc(generator);
        self.heap.inc(frame.exc_below);
        self.th.frames.push(frame);
        if !own_exc.is_null() {
            self.set_exc(own_exc);
            self.heap.dec(own_exc);
        }
        self.reload();
        if throw {
            // As if `None` had been sent: a handler of `yield from` counts on two values (Objects/genobject.c).
            self.push(Value::None);
            return Err(Fail::Raise(value));
        }
        self.push(value);
        Ok(())
    }

    /// Gives an exception the one being handled as its context, unless that would make a circle.
    fn set_context(&mut self, exc: Value) {
        let context = self.th.exc;
        let (Value::Obj(id), false) = (exc, context.is_null() || context.is(exc)) else { return };
        // Break a circle: cut `exc` out of the chain that begins at `context`.
        // A circle that was there before is not followed twice: `slow` goes half as fast, and is met then.
        let (mut at, mut slow, mut steps) = (context, context, 0u64);
        while let Some(Data::Exception(data)) = self.data(at) {
            let next = data.context;
            steps += 1;
            if steps % 2 == 0
                && let Some(Data::Exception(data)) = self.data(slow)
            {
                slow = data.context;
            }
            if next.is(slow) && !next.is_null() {
                break;
            }
            if next.is(exc) {
                let Value::Obj(at) = at else { break };
                self.heap.replace(at, Value::None, |object, value| match &mut object.data {
                    Data::Exception(data) => std::mem::replace(&mut data.context, value),
                    _ => value,
                });
                break;
            }
            at = next;
        }
        self.heap.replace(id, context, |object, value| match &mut object.data {
            Data::Exception(data) => std::mem::replace(&mut data.context, value),
            _ => value,
        });
    }

    /// What `sys._getframe` and tracebacks show of the frame at `depth` from the top.
    pub fn frame_info(&mut self, depth: usize) -> Value {
        let mut back = Value::None;
        let count = self.th.frames.len().saturating_sub(depth);
        // Only the nearest frames: `f_back` chains are rarely followed far.
        for at in count.saturating_sub(12)..count {
            let frame = self.th.frames[at];
            if frame.hidden {
                continue;
            }
            let locals = if frame.locals.is_null() { self.fast_locals(at) } else { frame.locals };
            let info = FrameInfo {
                code: Value::Obj(frame.code),
                globals: Value::Obj(frame.globals),
                locals,
                back,
                lasti: frame.last,
            };
            back = self.alloc(ty::FRAME, Data::Frame(Cow::new(info)));
        }
        back
    }

    /// The locals of a frame as a dictionary: `locals()`.
    pub fn fast_locals(&mut self, frame: usize) -> Value {
        let frame = self.th.frames[frame];
        let base = frame.base as usize;
        let count = self.code_obj(frame.code).code.locals.len();
        let values = self.th.stack[base..base + count].to_vec();
        self.named_locals(frame.code, &values)
    }

    /// A dictionary of the locals that stand in `values`.
    pub fn named_locals(&mut self, code: Id, values: &[Value]) -> Value {
        let code = Arc::clone(&self.code_obj(code).code);
        let dict = self.dict();
        for (slot, name) in code.locals.iter().enumerate() {
            let mut value = values.get(slot).copied().unwrap_or(Value::Null);
            if matches!(code.kinds[slot], LocalKind::Cell | LocalKind::Free)
                && let Some(Data::Cell(content)) = self.data(value)
            {
                value = *content;
            }
            if !value.is_null() && !name.starts_with('.') {
                self.set_name(dict, name, value);
            }
        }
        Value::Obj(dict)
    }

    fn add_traceback(&mut self, exc: Value) {
        let Some(frame) = self.th.frames.last().copied() else { return };
        if frame.hidden {
            return;
        }
        let info = FrameInfo {
            code: Value::Obj(frame.code),
            globals: Value::Obj(frame.globals),
            locals: Value::Null,
            back: Value::None,
            lasti: frame.last,
        };
        let info = self.alloc(ty::FRAME, Data::Frame(Cow::new(info)));
        let next = match self.data(exc) {
            Some(Data::Exception(data)) => data.traceback,
            _ => return,
        };
        let entry = TracebackData { next, frame: info, lasti: frame.last };
        let entry = self.alloc(ty::TRACEBACK, Data::Traceback(Cow::new(entry)));
        let Value::Obj(id) = exc else { return };
        self.heap.replace(id, entry, |object, value| match &mut object.data {
            Data::Exception(data) => std::mem::replace(&mut data.traceback, value),
            _ => value,
        });
    }

    /// The top frame is about to be left: its traceback entry keeps its locals alive, as CPython's frames do.
    fn keep_locals(&mut self, exc: Value) {
        let Some(frame) = self.th.frames.last().copied() else { return };
        let traceback = match self.data(exc) {
            Some(Data::Exception(data)) => data.traceback,
            _ => return,
        };
        let Some(Data::Traceback(entry)) = self.data(traceback) else { return };
        let Value::Obj(info) = entry.frame else { return };
        match self.data(entry.frame) {
            Some(Data::Frame(data)) if data.code == Value::Obj(frame.code) && data.locals.is_null() => {}
            _ => return,
        }
        let locals =
            if frame.locals.is_null() { self.fast_locals(self.th.frames.len() - 1) } else { frame.locals };
        self.heap.replace(info, locals, |object, value| match &mut object.data {
            Data::Frame(data) => std::mem::replace(&mut data.locals, value),
            _ => value,
        });
    }

    /// An exception was raised by the present instruction.
    pub(super) fn raise_here(&mut self, exc: Value) {
        self.set_context(exc);
        self.unwind(exc, true);
    }

    /// Looks for a handler, leaving frames; `entry` tells whether the first frame gets a traceback entry.
    pub(super) fn unwind(&mut self, exc: Value, mut entry: bool) {
        // The exception must survive the cutting of stacks: a slot of its own holds it.
        self.heap.inc(exc);
        loop {
            let Some(frame) = self.th.frames.last().copied() else {
                break;
            };
            if entry {
                self.add_traceback(exc);
            }
            entry = true;
            if let Some(handler) = self.code.handler(frame.last).copied() {
                let keep = frame.base as usize + self.code.locals.len() + handler.depth as usize;
                self.cut(keep);
                if handler.push_lasti {
                    self.push(Value::Int(i64::from(frame.last)));
                }
                self.push(exc);
                self.th.frames.last_mut().expect("internal error: no frame").pc = handler.target;
                break;
            }
            let stop = self.is_instance(exc, ty::STOP_ITERATION);
            if !stop {
                self.keep_locals(exc);
            }
            let asked = self.th.stack.get(frame.base as usize).copied().unwrap_or(Value::Null);
            let left = self.drop_frame();
            self.complete_attribute_error(exc, asked);
            match left.mode {
                Mode::ForIter if stop => {
                    self.exhaust_loop();
                    break;
                }
                Mode::Send if stop => {
                    let value = self.first_arg(exc);
                    self.finish_send(value);
                    break;
                }
                Mode::Bottom => {
                    self.thread_failed(exc);
                    break;
                }
                _ => {}
            }
        }
        self.heap.dec(exc);
    }

    /// An `AttributeError` that comes out of a property or `__getattr__` learns object and name, as CPython's
    /// `PyObject_GetAttr` has it; `asked` is the first argument of the frame that was left.
    fn complete_attribute_error(&mut self, exc: Value, asked: Value) {
        if !self.is_instance(exc, ty::ATTRIBUTE_ERROR) {
            return;
        }
        let Some(frame) = self.th.frames.last() else { return };
        let instr = self.code.instrs[frame.last as usize];
        if instr.op != Opcode::LoadAttr {
            return;
        }
        let unset = |vm: &Vm, name: &str| vm.own(exc, &name.into()).is_none_or(|value| value.is_none());
        if !unset(self, "name") || !unset(self, "obj") {
            return;
        }
        let asked = match self.data(asked) {
            Some(Data::Cell(content)) => *content,
            _ => asked,
        };
        let name = self.code.names[instr.arg as usize >> 1].clone();
        let name = self.intern(&name);
        self.set_own(exc, "name", name);
        if !asked.is_null() {
            self.set_own(exc, "obj", asked);
        }
    }

    /// `exc.args[0]`, or `None`.
    pub(super) fn first_arg(&self, exc: Value) -> Value {
        match self.data(exc) {
            Some(Data::Exception(data)) => {
                self.items(data.args).and_then(|items| items.first().copied()).unwrap_or(Value::None)
            }
            _ => Value::None,
        }
    }

    /// Lets objects die whose count is zero, until none is left or a finalizer must run first.
    pub(super) fn reap(&mut self) {
        while let Some(id) = self.heap.take_dying() {
            let finalizer = self.finalizer(id);
            if let Some(finalizer) = finalizer
                && !self.was_finalized(id)
            {
                self.mark_finalized(id);
                let callable = self.get_name(self.prelude, &finalizer.into());
                if let Some(callable) = callable {
                    let floor = self.th.stack.len();
                    // The prelude catches everything itself, unless it cannot even begin.
                    let begun =
                        self.invoke_at(callable, Args::pos(&[Value::Obj(id)]), Mode::Finalizer, floor);
                    if let Err(Fail::Raise(exc)) = begun {
                        self.unraisable(exc);
                    }
                    continue;
                }
            }
            self.clear_weakrefs(id);
            self.finalized_forget(id);
            if self.is_local(id) {
                self.forget_local(id);
            }
            self.heap.free(id, self.is_parting(id));
        }
    }

    /// True if the object was made by another thread than this, which is about to end or has just begun. When that is
    /// is a matter of the schedule, and what the other thread makes next should be called alike in each.
    fn is_parting(&self, id: Id) -> bool {
        let in_program = |code| self.code_obj(code).code.file.origin == Origin::User;
        id.region() != self.heap.region as usize && !self.th.frames.iter().any(|frame| in_program(frame.code))
    }

    /// The prelude function that must run before the object dies.
    fn finalizer(&self, id: Id) -> Option<&'static str> {
        let object = self.heap.get(id);
        let is_coroutine = object.class == ty::COROUTINE;
        match &object.data {
            Data::Generator(data) => match data.state {
                GenState::Suspended | GenState::Created if !data.extra.is_null() && !is_coroutine => {
                    Some("_finalize_async_generator")
                }
                GenState::Suspended if self.may_need_close(id) => Some("_close_generator"),
                GenState::Created if is_coroutine => Some("_never_awaited"),
                _ => None,
            },
            _ if self.class(object.class).flags.has_del => Some("_finalize"),
            _ => None,
        }
    }

    /// True if the object has a finalizer that has not run.
    pub(super) fn is_finalizable(&self, id: Id) -> bool {
        !self.was_finalized(id) && self.finalizer(id).is_some()
    }

    /// Runs the finalizer of an object that stays alive, at the interpreter's end.
    pub fn finalize_now(&mut self, object: Value) -> Res {
        match object {
            Value::Obj(id) if self.is_finalizable(id) => {
                let finalizer = self.finalizer(id).unwrap_or_default();
                self.mark_finalized(id);
                Err(self.slow(finalizer, &[object]))
            }
            _ => Ok(Value::None),
        }
    }

    /// True if closing the suspended generator could run code of its own.
    fn may_need_close(&self, id: Id) -> bool {
        let Data::Generator(data) = &self.heap.get(id).data else { return false };
        let Some(frame) = &data.frame else { return false };
        let code = &self.code_obj(frame.code).code;
        // Each generator has one outermost handler, which turns StopIteration into RuntimeError.
        code.handler(frame.last).is_some_and(|h| code.instrs[h.target as usize].op != Opcode::CallIntrinsic1)
    }

    fn was_finalized(&self, id: Id) -> bool {
        self.finalized.contains(&id)
    }
    fn mark_finalized(&mut self, id: Id) {
        self.finalized.insert(id);
    }
    fn finalized_forget(&mut self, id: Id) {
        if !self.finalized.is_empty() {
            self.finalized.remove(&id);
        }
    }

    fn clear_weakrefs(&mut self, id: Id) {
        if self.weak.is_empty() {
            return;
        }
        // A dying weak reference leaves its target's list.
        if let Data::WeakRef { target: Some(target), .. } = self.heap.get(id).data
            && let Some(list) = self.weak.get_mut(&target)
        {
            list.retain(|r| *r != id);
            if list.is_empty() {
                self.weak.remove(&target);
            }
        }
        // Asked first, since a removal copies a shared table.
        if !self.weak.contains_key(&id) {
            return;
        }
        let refs = self.weak.remove(&id).unwrap_or_default();
        let mut callbacks = Vec::new();
        // A dead reference may still have to be found in a table.
        let known = self.hash(Value::Obj(id)).unwrap_or(0);
        for weakref in &refs {
            if self.heap.find(*weakref).is_none() {
                continue;
            }
            let mut callback = Value::Null;
            if let Data::WeakRef { target, callback: c, hash } = &mut self.heap.get_mut(*weakref).data {
                *target = None;
                *hash = known;
                callback = *c;
            }
            if !callback.is_null() && !callback.is_none() && self.heap.count(*weakref) > 0 {
                callbacks.push((callback, Value::Obj(*weakref)));
            }
        }
        // Frames run last in, first out; CPython calls the newest reference's callback first.
        for (callback, weakref) in callbacks {
            if let Some(run) = self.get_name(self.prelude, &PyStr::from("_weak_callback")) {
                let floor = self.th.stack.len();
                let _ = self.invoke_at(run, Args::pos(&[callback, weakref]), Mode::Finalizer, floor);
            }
        }
    }

    /// Makes an object that may carry attributes.
    pub fn alloc_with_attrs(&mut self, class: Id, data: Data) -> Value {
        Value::Obj(self.heap.alloc(class, Attrs::Own(Cow::default()), data))
    }
}
