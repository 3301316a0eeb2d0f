//! Instructions in a row that nobody needs to look at between: the usual cases of those that come and go with locals,
//! constants, numbers, attributes and items. What the loop counts and asks after each instruction is made good once for
//! all of them.
//!
//! Whatever is not of the usual kind (an unbound local, a text to add, a property) is left to [`Vm::exec`], untouched.
//! So this may only be faster, never different; `tests/it/rows.rs` compares. What looks at objects is left to it as well
//! while somebody records what is looked at.

use super::*;
use crate::vm::limits::until_look;
use crate::vm::ops::Operator;

/// Why a row has ended.
#[derive(PartialEq, Eq)]
enum End {
    /// The next instruction is not one of a row.
    Other,
    /// The last one has let go of an object that may have to die.
    Dying,
    /// Another thread may be let in.
    Switch,
}

impl Vm {
    /// Executes as many instructions as stand in a row, at most `most`, and returns their number; and whether another
    /// thread may be let in after the last. Where `blocks` counts those of a thread that is the only one, it counts one up
    /// there and goes on.
    pub(super) fn run_row(&mut self, most: u64, mut blocks: Option<&mut u64>) -> (u64, bool) {
        let left_alone = !self.world.library_switches;
        let unseen = self.heap.trail.is_idle() && !(self.watch && self.code.file.origin == Origin::User);
        let names = [self.builtins, self.prelude];
        let most = most.min(until_look(self.heap.fresh));
        let Vm { th, code, heap, events, .. } = self;
        let Some(frame) = th.frames.last_mut() else { return (0, false) };
        let (stack, instrs) = (&mut th.stack, &*code.instrs);
        let origin = code.file.origin;
        let base = frame.base as usize;
        let (mut pc, mut last) = (frame.pc, frame.last);
        let (mut done, mut acted, mut owes) = (0, None, th.owes_switch);
        let mut end = End::Other;
        while done < most {
            let instr = instrs[pc as usize];
            let arg = instr.arg;
            let slot = base + arg as usize;
            let mut next = pc + 1;
            match instr.op {
                Op::LoadFast | Op::LoadFastBorrow | Op::LoadFastCheck => {
                    let value = stack[slot];
                    if value.is_null() {
                        break;
                    }
                    heap.inc(value);
                    stack.push(value);
                }
                Op::LoadFastLoadFast | Op::LoadFastBorrowLoadFastBorrow => {
                    let (first, second) =
                        (stack[base + (arg >> 4) as usize], stack[base + (arg & 15) as usize]);
                    if first.is_null() || second.is_null() {
                        break;
                    }
                    heap.inc(first);
                    heap.inc(second);
                    stack.push(first);
                    stack.push(second);
                }
                Op::StoreFast => {
                    let Some(value) = stack.pop() else { break };
                    heap.dec(std::mem::replace(&mut stack[slot], value));
                    acted = Some(pc);
                }
                Op::StoreFastLoadFast => {
                    let value = stack[base + (arg & 15) as usize];
                    let store = base + (arg >> 4) as usize;
                    let Some(&top) = stack.last() else { break };
                    let value = if arg >> 4 == arg & 15 { top } else { value };
                    heap.inc(value);
                    *stack.last_mut().expect("internal error: one operand") = value;
                    heap.dec(std::mem::replace(&mut stack[store], top));
                    (owes, acted) = (false, Some(pc));
                }
                Op::StoreFastStoreFast => {
                    for slot in [arg >> 4, arg & 15] {
                        let value = stack.pop().expect("internal error: two operands");
                        heap.dec(std::mem::replace(&mut stack[base + slot as usize], value));
                    }
                    (owes, acted) = (false, Some(pc));
                }
                Op::LoadSmallInt => stack.push(Value::Int(i64::from(arg))),
                Op::LoadConst => {
                    let Data::Code(code) = &heap.get(frame.code).data else { break };
                    let value = code.consts[arg as usize];
                    heap.inc(value);
                    stack.push(value);
                }
                Op::PushNull => stack.push(Value::Null),
                Op::Copy => {
                    let value = stack[stack.len() - arg as usize];
                    heap.inc(value);
                    stack.push(value);
                }
                Op::Swap => {
                    let len = stack.len();
                    stack.swap(len - 1, len - arg as usize);
                }
                Op::PopTop => {
                    let Some(value) = stack.pop() else { break };
                    heap.dec(value);
                }
                Op::BinaryOp if arg != SUBSCRIPT => {
                    let [.., a, b] = stack[..] else { break };
                    let Some(result) = quick_binary(arg, a, b) else { break };
                    stack.pop();
                    *stack.last_mut().expect("internal error: two operands") = result;
                    (owes, acted) = (false, Some(pc));
                }
                Op::CompareOp => {
                    let [.., a, b] = stack[..] else { break };
                    let Some(result) = quick_compare(arg >> 5, a, b) else { break };
                    stack.pop();
                    *stack.last_mut().expect("internal error: two operands") = Value::Bool(result);
                    (owes, acted) = (false, Some(pc));
                }
                Op::ToBool => {
                    let Some(top) = stack.last_mut() else { break };
                    *top = match *top {
                        Value::Bool(truth) => Value::Bool(truth),
                        Value::Int(number) => Value::Bool(number != 0),
                        Value::None => Value::Bool(false),
                        _ => break,
                    };
                    owes = false;
                }
                Op::UnaryNot => {
                    let Some(top @ Value::Bool(_)) = stack.last_mut() else { break };
                    *top = Value::Bool(*top != Value::Bool(true));
                    acted = Some(pc);
                }
                Op::IsOp => {
                    let [.., a, b] = stack[..] else { break };
                    stack.pop();
                    *stack.last_mut().expect("internal error: two operands") =
                        Value::Bool(a.is(b) != (arg == 1));
                    heap.dec(a);
                    heap.dec(b);
                    acted = Some(pc);
                }
                Op::PopJumpIfTrue | Op::PopJumpIfFalse => {
                    let Some(Value::Bool(truth)) = stack.last().copied() else { break };
                    stack.pop();
                    if truth == (instr.op == Op::PopJumpIfTrue) {
                        next = arg;
                    }
                    acted = Some(pc);
                }
                Op::PopJumpIfNone | Op::PopJumpIfNotNone => {
                    let Some(value) = stack.pop() else { break };
                    heap.dec(value);
                    if value.is_none() == (instr.op == Op::PopJumpIfNone) {
                        next = arg;
                    }
                    acted = Some(pc);
                }
                Op::LoadGlobal if unseen => {
                    let name = &code.names[(arg >> 1) as usize];
                    let found = heap.get_name(frame.globals, name).or_else(|| heap.get_name(names[0], name));
                    let hidden = || heap.get_name(names[1], name).filter(|_| origin == Origin::Hidden);
                    let Some(value) = found.or_else(hidden) else { break };
                    heap.inc(value);
                    stack.push(value);
                    if arg & 1 == 1 {
                        stack.push(Value::Null);
                    }
                    (owes, acted) = (false, Some(pc));
                }
                Op::LoadDeref if unseen => {
                    let Some(value) = heap.cell_content(stack[slot]) else { break };
                    heap.inc(value);
                    stack.push(value);
                    (owes, acted) = (false, Some(pc));
                }
                Op::LoadAttr if unseen => {
                    let name = &code.names[(arg >> 1) as usize];
                    let Some(top) = stack.last_mut() else { break };
                    let owner = *top;
                    let method = if arg & 1 == 1 { heap.usual_method(owner, name) } else { None };
                    if let Some(method) = method {
                        // The owner moves up one place and becomes `self`.
                        heap.inc(method);
                        *top = method;
                        stack.push(owner);
                    } else {
                        let Some(value) = heap.usual_attribute(owner, name) else { break };
                        heap.inc(value);
                        *top = value;
                        heap.dec(owner);
                        if arg & 1 == 1 {
                            stack.push(Value::Null);
                        }
                    }
                    (owes, acted) = (false, Some(pc));
                }
                Op::StoreAttr if unseen => {
                    let [.., value, owner] = stack[..] else { break };
                    let Some(old) = heap.change_attribute(owner, &code.names[arg as usize], value) else {
                        break;
                    };
                    stack.truncate(stack.len() - 2);
                    heap.dec(old);
                    heap.dec(owner);
                    (owes, acted) = (false, Some(pc));
                }
                Op::BinaryOp if unseen && arg == SUBSCRIPT => {
                    let [.., container, key] = stack[..] else { break };
                    let Some(value) = heap.usual_item(container, key) else { break };
                    heap.inc(value);
                    stack.pop();
                    *stack.last_mut().expect("internal error: two operands") = value;
                    heap.dec(container);
                    (owes, acted) = (false, Some(pc));
                }
                Op::StoreSubscr if unseen => {
                    let [.., value, container, key] = stack[..] else { break };
                    let Some(old) = heap.change_item(container, key, value) else { break };
                    stack.truncate(stack.len() - 3);
                    heap.dec(old);
                    heap.dec(container);
                    (owes, acted) = (false, Some(pc));
                }
                Op::ForIter if unseen => {
                    let Some(&iterator) = stack.last() else { break };
                    let Some(value) = heap.usual_next(iterator) else { break };
                    heap.inc(value);
                    stack.push(value);
                    (owes, acted) = (false, Some(pc));
                }
                Op::Resume if origin != Origin::Library => {
                    if origin == Origin::User && checks_breaker(instr) {
                        end = End::Switch;
                    }
                }
                Op::JumpForward => next = arg,
                Op::NotTaken | Op::Nop => {}
                Op::JumpBackward => {
                    next = arg;
                    (owes, acted) = (true, Some(pc));
                    if origin == Origin::User || (origin == Origin::Library && !left_alone) {
                        end = End::Switch;
                    }
                }
                _ => break,
            }
            last = pc;
            pc = next;
            done += 1;
            if end == End::Switch
                && let Some(blocks) = &mut blocks
                && done < most
            {
                **blocks += 1;
                (end, acted) = (End::Other, None);
                th.acted = None;
                events.clear();
            } else if end == End::Switch {
                break;
            }
            if heap.has_zero() {
                end = End::Dying;
                break;
            }
        }
        if done > 0 {
            (frame.pc, frame.last) = (pc, last);
            if origin == Origin::Library && left_alone {
                th.owes_switch = owes;
            }
            if let (Origin::User, Some(acted)) = (origin, acted) {
                th.acted = Some((frame.code, acted));
            }
            self.clock += self.world.instruction_ns * done as i64;
            self.th.instructions += done;
        }
        (done, end == End::Switch)
    }
}

/// The number of `BINARY_OP` that stands for `a[b]`.
const SUBSCRIPT: u32 = 26;

/// The usual operations on two numbers; `None` leaves it to the general ones.
#[inline]
fn quick_binary(number: u32, a: Value, b: Value) -> Option<Value> {
    let operator = Operator::ALL[number as usize % 13];
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => {
            let result = match operator {
                Operator::Add => a.checked_add(b)?,
                Operator::Subtract => a.checked_sub(b)?,
                Operator::Multiply => a.checked_mul(b)?,
                Operator::And => a & b,
                Operator::Or => a | b,
                Operator::Xor => a ^ b,
                // For a positive divisor Euclid's division is Python's.
                Operator::FloorDivide if b > 0 => a.div_euclid(b),
                Operator::Remainder if b > 0 => a.rem_euclid(b),
                _ => return None,
            };
            Some(Value::Int(result))
        }
        (Value::Float(a), Value::Float(b)) => {
            let result = match operator {
                Operator::Add => a + b,
                Operator::Subtract => a - b,
                Operator::Multiply => a * b,
                Operator::TrueDivide if b != 0.0 => a / b,
                _ => return None,
            };
            Some(Value::Float(result))
        }
        _ => None,
    }
}

/// Compares two numbers of the same kind.
#[inline]
fn quick_compare(number: u32, a: Value, b: Value) -> Option<bool> {
    let order = match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a.cmp(&b)),
        (Value::Float(a), Value::Float(b)) => a.partial_cmp(&b),
        _ => return None,
    };
    Some(match Cmp::from_number(number) {
        Cmp::Lt => order.is_some_and(|order| order.is_lt()),
        Cmp::Le => order.is_some_and(|order| order.is_le()),
        Cmp::Eq => order.is_some_and(|order| order.is_eq()),
        Cmp::Ne => !order.is_some_and(|order| order.is_eq()),
        Cmp::Gt => order.is_some_and(|order| order.is_gt()),
        Cmp::Ge => order.is_some_and(|order| order.is_ge()),
    })
}
