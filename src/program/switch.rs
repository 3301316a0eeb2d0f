//! Where another thread may be let in, for each interpreter.
//!
//! * `3.14`: where CPython 3.10 to 3.14 look at the eval breaker: at function entry and after a yield
//!   (`RESUME`), on a backward jump, after a call (PR 18334; Python/bytecodes.c `_CHECK_PERIODIC`).
//! * `3.9`: between any two bytecodes (Python/ceval.c of 3.9, top of the loop).
//! * `3.14t`: no GIL; before each access to what threads may share (PEP 703).

use super::Instr;
use rustpython_compiler_core::bytecode::Opcode;
use serde::{Deserialize, Serialize};

/// The interpreter whose switch points hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Python {
    /// CPython up to 3.9.
    #[serde(rename = "3.9")]
    V39,
    /// CPython 3.10 to 3.14 with the GIL.
    #[default]
    #[serde(rename = "3.14")]
    V314,
    /// CPython 3.13t and 3.14t, without the GIL.
    #[serde(rename = "3.14t")]
    V314t,
}

impl Python {
    /// All settings.
    pub const ALL: [Python; 3] = [Python::V39, Python::V314, Python::V314t];
    /// The name by which readers choose it.
    pub fn name(self) -> &'static str {
        match self {
            Python::V39 => "3.9",
            Python::V314 => "3.14",
            Python::V314t => "3.14t",
        }
    }
    /// The setting of that name.
    pub fn parse(name: &str) -> Option<Python> {
        Python::ALL.into_iter().find(|python| python.name() == name)
    }
    /// True if only one thread runs at a time.
    pub fn has_gil(self) -> bool {
        self != Python::V314t
    }
}

/// True if the thread that has just executed `done` (and stands before `next`) may be switched there.
///
/// A call into Python code is no switch point itself: the callee's `RESUME` is. The caller of this function
/// therefore asks about `CALL` only once the call has been done natively.
pub fn is_switch_point(python: Python, done: Instr, next: Instr) -> bool {
    match python {
        Python::V314 => checks_breaker(done),
        // The caches and `RESUME` of 3.14 have no counterpart in 3.9; all else stands between two bytecodes.
        Python::V39 => !matches!(next.op, Opcode::Resume | Opcode::Nop | Opcode::NotTaken),
        Python::V314t => touches_shared(next),
    }
}

/// True if CPython 3.14 looks at the eval breaker at this instruction.
pub fn checks_breaker(done: Instr) -> bool {
    match done.op {
        // 2 and 3 in the low bits: after `yield from` and `await`, where CPython does not check.
        Opcode::Resume => done.arg & 3 < 2,
        Opcode::JumpBackward | Opcode::Call | Opcode::CallKw | Opcode::CallFunctionEx => true,
        _ => false,
    }
}

/// True for instructions that neither read nor write what other threads may see: they come and go with locals, constants
/// and operands.
pub fn stays_private(instr: Instr) -> bool {
    use Opcode as Op;
    matches!(
        instr.op,
        Op::LoadFast
            | Op::LoadFastBorrow
            | Op::LoadFastCheck
            | Op::LoadFastLoadFast
            | Op::LoadFastBorrowLoadFastBorrow
            | Op::StoreFast
            | Op::LoadConst
            | Op::LoadSmallInt
            | Op::PopTop
            | Op::PushNull
            | Op::Copy
            | Op::Swap
            | Op::IsOp
            | Op::UnaryNot
            | Op::JumpForward
            | Op::PopJumpIfTrue
            | Op::PopJumpIfFalse
            | Op::PopJumpIfNone
            | Op::PopJumpIfNotNone
            | Op::PopExcept
            | Op::NotTaken
            | Op::Nop
            | Op::ReturnValue
            | Op::YieldValue
    )
}

/// True for instructions that read or write what other threads may see, or that call.
pub fn touches_shared(instr: Instr) -> bool {
    use Opcode as Op;
    matches!(
        instr.op,
        Op::LoadGlobal
            | Op::StoreGlobal
            | Op::DeleteGlobal
            | Op::LoadName
            | Op::StoreName
            | Op::DeleteName
            | Op::LoadAttr
            | Op::StoreAttr
            | Op::DeleteAttr
            | Op::LoadSuperAttr
            | Op::LoadDeref
            | Op::StoreDeref
            | Op::DeleteDeref
            | Op::StoreSubscr
            | Op::DeleteSubscr
            | Op::BinarySlice
            | Op::StoreSlice
            | Op::ContainsOp
            | Op::ForIter
            | Op::Call
            | Op::CallKw
            | Op::CallFunctionEx
    ) || (instr.op == Op::BinaryOp && (instr.arg >= 13))
}
