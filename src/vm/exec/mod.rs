//! Executes instructions of one thread: the loop and the dispatch.
//!
//! Instruction semantics are CPython 3.14's (Python/bytecodes.c). An operation that needs Python code is left
//! to a function of the prelude, whose result takes its place: see [`Vm::finish`].
//! Nothing here decides which thread runs.

mod build;
mod flow;
mod load;
mod row;
mod usual;

use super::frame::Mode;
use super::native::{Args, Fail, Res};
use super::object::Data;
use super::ops::{BinaryOp, Cmp};
use super::step::{Grain, Stop};
use super::thread::{Status, ThreadId};
use super::value::Value;
use super::{Vm, ty};
use crate::program::{Instr, Origin, Python, checks_breaker, is_switch_point, stays_private};
use rustpython_compiler_core::bytecode::Opcode as Op;

/// Virtual cost of an instruction in nanoseconds: 5 ms are 100,000 instructions, as in CPython's order of size.
pub const INSTRUCTION_NS: i64 = 50;

impl Vm {
    /// Runs the present thread up to the end of its atomic block, of its step, or of `fuel` instructions; blocks of a thread
    /// that is alone may follow each other, and are counted.
    pub(super) fn run(&mut self, grain: Grain, mut fuel: u64, mut alone: Option<&mut u64>) -> Stop {
        let cost = self.world.instruction_ns;
        // In 3.9 others are let in between any two, in 3.14t before what they share.
        let rows = grain == Grain::Block && self.world.python == Python::V314;
        loop {
            if fuel == 0 {
                return Stop::Fuel;
            }
            if rows {
                let (done, switch) = self.run_row(fuel, alone.as_deref_mut());
                fuel -= done;
                if done > 0 {
                    if let Some(stop) = self.after(done, |_| switch) {
                        return stop;
                    }
                    if fuel == 0 {
                        continue;
                    }
                }
            }
            fuel -= 1;
            let Some(frame) = self.th.frames.last_mut() else {
                self.th.status = Status::Finished;
                return Stop::Ended;
            };
            let pc = frame.pc;
            let instr = self.code.instrs[pc as usize];
            frame.last = pc;
            frame.pc = pc + 1;
            self.clock += cost;
            self.th.instructions += 1;
            let depth = self.th.frames.len();
            let origin = self.code.file.origin;
            let user = origin == Origin::User;
            if user && is_active(instr.op) {
                self.th.acted = self.th.frames.last().map(|frame| (frame.code, pc));
            }
            let access = if user && self.watch { self.access(instr) } else { None };
            match self.exec(instr) {
                Ok(()) if self.th.frames.len() == depth => self.note_access(access),
                Ok(()) => {}
                Err(Fail::Block(wait)) => {
                    if let Some(frame) = self.th.frames.last_mut() {
                        frame.pc = frame.last;
                    }
                    self.th.status = Status::Blocked(*wait);
                    self.th.resumed = None;
                    self.th.at_switch = true;
                    return Stop::Blocked;
                }
                Err(failure) => self.fail(failure),
            }
            let may_switch = |vm: &mut Vm| vm.at_switch_point(instr, depth, origin);
            if let Some(stop) = self.after(1, may_switch) {
                return stop;
            }
            if grain == Grain::Step && self.th.acted.is_some() && self.at_step() {
                return Stop::Step;
            }
        }
    }

    /// What follows instructions: the dead go, limits are looked at, and others are let in where they may be.
    #[inline]
    fn after(&mut self, done: u64, may_switch: impl FnOnce(&mut Vm) -> bool) -> Option<Stop> {
        if self.heap.has_zero() {
            self.reap();
        }
        if self.ending.is_some() || self.is_over_limit(done) {
            return Some(Stop::Ended);
        }
        let switch = may_switch(self);
        self.th.at_switch |= switch;
        switch.then_some(Stop::Switch)
    }

    /// True if another thread may be let in after `done`, an instruction of code of this origin.
    fn at_switch_point(&mut self, done: Instr, depth: usize, from: Origin) -> bool {
        let frames = self.th.frames.len();
        let Some(frame) = self.th.frames.last() else { return false };
        let next = self.code.instrs[frame.pc as usize];
        let origin = self.code.file.origin;
        let is_call = matches!(done.op, Op::Call | Op::CallKw | Op::CallFunctionEx);
        let calls = is_call && frames > depth;
        let left_alone = origin == Origin::Library && !self.world.library_switches;
        if self.world.python != Python::V314 {
            return origin != Origin::Hidden
                && !left_alone
                && !calls
                && is_switch_point(self.world.python, done, next);
        }
        let checks = match from {
            // A hidden function stands for one in C: what called it is done when it comes back.
            Origin::Hidden if frames < depth => {
                self.th.owes_switch = false;
                checks_breaker(self.code.instrs[frame.last as usize])
            }
            Origin::Library if frames < depth => std::mem::take(&mut self.th.owes_switch),
            _ => !calls && checks_breaker(done),
        };
        match origin {
            Origin::Hidden => false,
            // The library's functions are left alone, but where the reader's program enters one, and where it comes back
            // after a switch point since which nobody could see anything.
            Origin::Library if left_alone => {
                let keeps = from == Origin::Library && self.th.owes_switch && stays_private(done);
                self.th.owes_switch = checks || keeps;
                checks && done.op == Op::Resume && self.is_called_by_user()
            }
            _ => checks,
        }
    }

    /// True if the present function was called from the reader's program, be it through functions that stand for C, but
    /// not because an object died: where a callback of the library runs makes no difference to the program.
    fn is_called_by_user(&self) -> bool {
        for frames in self.th.frames.windows(2).rev() {
            if frames[1].mode == Mode::Finalizer {
                return false;
            }
            let caller = self.code_obj(frames[0].code).code.file.origin;
            if caller != Origin::Hidden {
                return caller == Origin::User;
            }
        }
        false
    }

    /// True if a thread stands at the beginning of a function of the library, which has done nothing yet.
    pub fn enters_library(&self, thread: ThreadId) -> bool {
        self.thread(thread).frames.last().is_some_and(|frame| {
            let code = &self.code_obj(frame.code).code;
            code.file.origin == Origin::Library && code.instrs[frame.last as usize].op == Op::Resume
        })
    }

    /// True if the thread stands before an instruction of the reader's program that is worth a step.
    fn at_step(&self) -> bool {
        let Some(frame) = self.th.frames.last() else { return false };
        self.code.file.origin == Origin::User && is_active(self.code.instrs[frame.pc as usize].op)
    }

    /// Turns a failure of an instruction into a Python exception and unwinds.
    fn fail(&mut self, failure: Fail) {
        match failure {
            Fail::Raise(exc) => self.raise_here(exc),
            Fail::Unhashable(class) => {
                let name = self.message_name(class);
                let failure = self.type_error(format!("unhashable type: '{}'", name.as_str()));
                self.fail(failure);
            }
            other => {
                let at = self.th.frames.last().map_or(0, |f| f.last);
                panic!("internal error: {other:?} at instruction {at} of {}", self.code.qualname.as_str());
            }
        }
    }

    /// Takes the result of an operation whose `pops` operands are still on the stack. If it needs Python, the
    /// prelude function `slow` is called with `args`.
    pub(super) fn finish(&mut self, pops: usize, result: Res, slow: &str, args: &[Value]) -> Res<()> {
        let floor = self.th.stack.len() - pops;
        match result {
            Err(Fail::Python) => {
                let failure = self.slow(slow, args);
                self.settle(Err(failure), Mode::Push, floor)
            }
            result => self.settle(result, Mode::Push, floor),
        }
    }

    /// As [`Vm::finish`], for operations without a result.
    fn finish_unit(&mut self, pops: usize, result: Res<()>, slow: &str, args: &[Value]) -> Res<()> {
        let floor = self.th.stack.len() - pops;
        match result {
            Ok(()) => {
                self.cut(floor);
                Ok(())
            }
            Err(Fail::Python) => {
                let failure = self.slow(slow, args);
                self.settle(Err(failure), Mode::Discard, floor)
            }
            Err(failure) => self.settle(Err(failure), Mode::Discard, floor),
        }
    }

    /// The value `depth` places below the top (0 is the top).
    #[inline]
    fn peek(&self, depth: usize) -> Value {
        self.th.stack[self.th.stack.len() - 1 - depth]
    }

    fn jump(&mut self, target: u32) {
        self.th.frames.last_mut().expect("internal error: no frame").pc = target;
    }

    fn slot(&self, slot: u32) -> usize {
        self.th.frames.last().expect("internal error: no frame").base as usize + slot as usize
    }

    fn finish_unary(&mut self, result: Res, slow: &str) -> Res<()> {
        let operand = self.peek(0);
        self.finish(1, result, slow, &[operand])
    }

    fn exec(&mut self, instr: Instr) -> Res<()> {
        let arg = instr.arg;
        let n = arg as usize;
        match instr.op {
            Op::Nop | Op::NotTaken | Op::Resume | Op::Cache | Op::ExtendedArg => {}
            Op::LoadFast | Op::LoadFastBorrow => {
                let at = self.slot(arg);
                let value = self.th.stack[at];
                if value.is_null() {
                    return Err(self.unbound_local(n));
                }
                self.push(value);
            }
            Op::LoadFastCheck => {
                let value = self.th.stack[self.slot(arg)];
                if value.is_null() {
                    return Err(self.unbound_local(n));
                }
                self.push(value);
            }
            Op::LoadFastLoadFast | Op::LoadFastBorrowLoadFastBorrow => {
                let (first, second) =
                    (self.th.stack[self.slot(arg >> 4)], self.th.stack[self.slot(arg & 15)]);
                if first.is_null() || second.is_null() {
                    return Err(self.unbound_local(if first.is_null() { n >> 4 } else { n & 15 }));
                }
                self.push(first);
                self.push(second);
            }
            Op::LoadFastAndClear => {
                let at = self.slot(arg);
                let value = std::mem::replace(&mut self.th.stack[at], Value::Null);
                self.th.stack.push(value);
            }
            Op::StoreFast => self.store_fast(arg),
            Op::StoreFastLoadFast => {
                self.store_fast(arg >> 4);
                let value = self.th.stack[self.slot(arg & 15)];
                self.push(value);
            }
            Op::StoreFastStoreFast => {
                self.store_fast(arg >> 4);
                self.store_fast(arg & 15);
            }
            Op::DeleteFast => {
                let at = self.slot(arg);
                if self.th.stack[at].is_null() {
                    return Err(self.unbound_local(n));
                }
                let old = std::mem::replace(&mut self.th.stack[at], Value::Null);
                self.heap.dec(old);
            }
            Op::LoadConst => {
                let code = self.th.frames.last().expect("internal error: no frame").code;
                let value = self.code_obj(code).consts[n];
                self.push(value);
            }
            Op::LoadSmallInt => self.th.stack.push(Value::Int(i64::from(arg))),
            Op::PushNull => self.th.stack.push(Value::Null),
            Op::PopTop | Op::PopIter | Op::EndFor => {
                self.pop();
            }
            Op::Copy => {
                let value = self.peek(n - 1);
                self.push(value);
            }
            Op::Swap => {
                let len = self.th.stack.len();
                self.th.stack.swap(len - 1, len - n);
            }
            Op::BinaryOp => return self.binary_op(arg),
            Op::CompareOp => {
                let (a, b) = (self.peek(1), self.peek(0));
                let op = arg >> 5;
                let result = self.compare(Cmp::from_number(op), a, b);
                if arg & 16 != 0 {
                    if let Ok(value) = result {
                        let truth = self.truth(value);
                        return match truth {
                            Ok(truth) => self.finish(2, Ok(Value::Bool(truth)), "", &[]),
                            Err(_) => self.finish(2, Err(Fail::Python), "op_truth", &[value]),
                        };
                    }
                    return self.finish(2, result, "_compare_bool", &[Value::Int(i64::from(op)), a, b]);
                }
                return self.finish(2, result, "op_compare", &[Value::Int(i64::from(op)), a, b]);
            }
            Op::IsOp => {
                let (b, a) = (self.pop(), self.pop());
                self.push(Value::Bool(a.is(b) != (arg == 1)));
            }
            Op::ContainsOp => {
                let (item, container) = (self.peek(1), self.peek(0));
                let result = self.contains(container, item).map(|found| Value::Bool(found != (arg == 1)));
                let slow = if arg == 1 { "_not_contains" } else { "op_contains" };
                return self.finish(2, result, slow, &[container, item]);
            }
            Op::ToBool => {
                let result = self.truth(self.peek(0)).map(Value::Bool);
                return self.finish_unary(result, "op_truth");
            }
            Op::UnaryNot => {
                let value = self.pop();
                self.push(Value::Bool(value != Value::Bool(true)));
            }
            Op::UnaryNegative => {
                let result = self.unary_neg(self.peek(0));
                return self.finish_unary(result, "op_neg");
            }
            Op::UnaryInvert => {
                let result = self.unary_invert(self.peek(0));
                return self.finish_unary(result, "op_invert");
            }
            Op::JumpForward | Op::JumpBackward | Op::JumpBackwardNoInterrupt => self.jump(arg),
            Op::PopJumpIfTrue => {
                if self.pop() == Value::Bool(true) {
                    self.jump(arg);
                }
            }
            Op::PopJumpIfFalse => {
                if self.pop() != Value::Bool(true) {
                    self.jump(arg);
                }
            }
            Op::PopJumpIfNone => {
                if self.pop().is_none() {
                    self.jump(arg);
                }
            }
            Op::PopJumpIfNotNone => {
                if !self.pop().is_none() {
                    self.jump(arg);
                }
            }
            Op::Call => return self.op_call(n),
            Op::CallKw => return self.op_call_kw(n),
            Op::CallFunctionEx => return self.op_call_ex(),
            Op::CallIntrinsic1 => return self.intrinsic1(arg),
            Op::CallIntrinsic2 => return self.intrinsic2(arg),
            Op::ReturnValue => return self.op_return(),
            Op::YieldValue => return self.op_yield(),
            Op::ReturnGenerator => return self.op_return_generator(),
            Op::ForIter => return self.op_for_iter(),
            Op::GetIter => {
                let iterable = self.peek(0);
                let result = self.iter(iterable);
                return self.finish(1, result, "op_iter", &[iterable]);
            }
            Op::GetLen => {
                let value = self.peek(0);
                let result = self.len(value).map(|n| Value::Int(n as i64));
                let floor = self.th.stack.len();
                return match result {
                    Err(Fail::Python) => {
                        let failure = self.slow("op_len", &[value]);
                        self.settle(Err(failure), Mode::Push, floor)
                    }
                    result => self.settle(result, Mode::Push, floor),
                };
            }
            _ => return self.exec_more(instr),
        }
        Ok(())
    }

    fn store_fast(&mut self, slot: u32) {
        let value = self.th.stack.pop().expect("internal error: operand stack is empty");
        let at = self.slot(slot);
        let old = std::mem::replace(&mut self.th.stack[at], value);
        self.heap.dec(old);
    }

    fn binary_op(&mut self, arg: u32) -> Res<()> {
        let (a, b) = (self.peek(1), self.peek(0));
        if arg == 26 {
            let result = self.getitem(a, b);
            return self.finish(2, result, "op_getitem", &[a, b]);
        }
        if let (Value::Int(x), Value::Int(y)) = (a, b) {
            let quick = match arg {
                0 | 13 => x.checked_add(y),
                10 | 23 => x.checked_sub(y),
                5 | 18 => x.checked_mul(y),
                _ => None,
            };
            if let Some(value) = quick {
                let len = self.th.stack.len();
                self.th.stack.truncate(len - 1);
                self.th.stack[len - 2] = Value::Int(value);
                return Ok(());
            }
        }
        let result = self.binary(BinaryOp::from_number(arg), a, b);
        self.finish(2, result, "op_binary", &[Value::Int(i64::from(arg)), a, b])
    }

    fn unbound_local(&mut self, slot: usize) -> Fail {
        let name = self.code.locals[slot].clone();
        let message = format!(
            "cannot access local variable '{}' where it is not associated with a value",
            name.as_str()
        );
        self.name_error(ty::UNBOUND_LOCAL_ERROR, &name, message)
    }

    /// The function object of the top frame.
    fn top_function(&self) -> Option<&super::object::Function> {
        match self.data(self.th.frames.last()?.func) {
            Some(Data::Function(function)) => Some(function),
            _ => None,
        }
    }
}

/// True for instructions that a reader would call a step; the others only move values about.
pub fn is_active(op: Op) -> bool {
    !matches!(
        op,
        Op::Nop
            | Op::NotTaken
            | Op::Resume
            | Op::Cache
            | Op::LoadFast
            | Op::LoadFastBorrow
            | Op::LoadFastCheck
            | Op::LoadFastLoadFast
            | Op::LoadFastBorrowLoadFastBorrow
            | Op::LoadFastAndClear
            | Op::LoadConst
            | Op::LoadSmallInt
            | Op::LoadCommonConstant
            | Op::PushNull
            | Op::PopTop
            | Op::PopIter
            | Op::EndFor
            | Op::EndSend
            | Op::Copy
            | Op::Swap
            | Op::ToBool
            | Op::MakeCell
            | Op::CopyFreeVars
            | Op::ReturnGenerator
            | Op::PushExcInfo
            | Op::PopExcept
            | Op::Reraise
            | Op::JumpForward
            | Op::GetIter
            | Op::BuildTuple
            | Op::MakeFunction
            | Op::SetFunctionAttribute
    )
}
