//! Which instructions count when a run is compared with one on CPython: those whose effect others could see.
//!
//! Bytecode differs between CPython's versions, but what a line reads, writes and calls does not. An event is named by
//! its kind and by the source text that it belongs to, so that each version's bytecode can be asked for it.

use crate::program::Code;
use crate::source::Span;
use rustpython_compiler_core::bytecode::Opcode as Op;

/// The number of `BINARY_OP` for `a[b]`.
const SUBSCRIPT: u32 = 26;

/// A function begins. What the library does before it calls the program back is over then.
pub const BEGIN: &str = "begin";
/// A function returns: what follows may be the library's doing.
const RETURN: &str = "return";
/// A generator hands out a value: likewise.
const YIELD: &str = "yield";

/// True for kinds of which a function has but one place, wherever in its text that is.
pub fn is_of_function(kind: &str) -> bool {
    matches!(kind, BEGIN | RETURN | YIELD)
}

/// The kind of an event, or nothing if the instruction moves values that only its own thread can see. The harness has
/// the same table for CPython's names (`harness.py`).
pub fn kind_of(code: &Code, at: usize) -> Option<&'static str> {
    let instr = *code.instrs.get(at)?;
    Some(match instr.op {
        Op::LoadName
        | Op::LoadGlobal
        | Op::LoadDeref
        | Op::LoadFromDictOrGlobals
        | Op::LoadFromDictOrDeref => "load",
        Op::StoreName | Op::StoreGlobal | Op::StoreDeref => "store",
        Op::DeleteName | Op::DeleteGlobal | Op::DeleteDeref => "delete",
        Op::LoadAttr | Op::LoadSuperAttr => "attribute",
        Op::StoreAttr => "set attribute",
        Op::DeleteAttr => "delete attribute",
        Op::BinarySlice => "item",
        Op::BinaryOp if instr.arg == SUBSCRIPT => "item",
        Op::StoreSubscr | Op::StoreSlice => "set item",
        Op::DeleteSubscr => "delete item",
        Op::BinaryOp => "operator",
        Op::CompareOp => "compare",
        Op::ContainsOp => "contains",
        Op::PopJumpIfTrue | Op::PopJumpIfFalse => "test",
        Op::ForIter => "next",
        Op::UnpackSequence | Op::UnpackEx => "unpack",
        Op::FormatSimple | Op::FormatWithSpec => "format",
        Op::WithExceptStart => "exit",
        Op::ReturnValue => RETURN,
        Op::YieldValue => YIELD,
        Op::Call if enters(code, at) => "enter",
        Op::Call if exits(code, at) => "exit",
        Op::Call | Op::CallKw | Op::CallFunctionEx => "call",
        _ => return None,
    })
}

/// True for the call of `__enter__`.
fn enters(code: &Code, at: usize) -> bool {
    at > 0 && code.instrs[at].arg == 0 && code.instrs[at - 1].op == Op::LoadSpecial
}

/// True for the call of `__exit__` with three times `None`: no argument of it stands in the source.
fn exits(code: &Code, at: usize) -> bool {
    at >= 3
        && code.instrs[at].arg == 3
        && (at - 3..at).all(|of| code.instrs[of].op == Op::LoadConst && code.spans[of] == code.spans[at])
}

/// Among the events of this kind that begin in the same line, which one it is, in the order of the bytecode, and of how
/// many.
pub fn rank_of(code: &Code, at: usize, kind: &str) -> (usize, usize) {
    let span = code.spans[at];
    let mut seen: Vec<Span> = Vec::new();
    for other in 0..code.instrs.len() {
        let there = code.spans[other];
        if there.line == span.line && !seen.contains(&there) && kind_of(code, other) == Some(kind) {
            seen.push(there);
        }
    }
    (seen.iter().position(|there| *there == span).unwrap_or_default(), seen.len())
}
