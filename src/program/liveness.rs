//! Which locals are still read: live variable analysis (Aho, Lam, Sethi and Ullman, *Compilers*, 9.2.5).
//!
//! A search leaves the others out of its comparison of states, as dead variable reduction does in model checkers
//! (Bozga, Fernandez and Ghirvu, FORTE'99).

use super::{Code, Instr, LocalKind};
use rustpython_compiler_core::bytecode::Opcode as Op;
use std::sync::OnceLock;

/// For each instruction, the locals that may be read from there on before they are written. Locals beyond the 64th,
/// and those that closures or comprehensions share, always count.
#[derive(Clone, Debug, Default)]
pub struct Liveness(OnceLock<Box<[u64]>>);

impl Code {
    /// The locals whose values nobody reads any more, in a call that is about to do the instruction at `pc`, after the
    /// one at `last`: bit by slot.
    pub fn dead_locals(&self, pc: u32, last: u32) -> u64 {
        let live = self.liveness.0.get_or_init(|| live(self));
        let at = |pc: u32| live.get(pc as usize).copied().unwrap_or(u64::MAX);
        // What was called may raise an exception here.
        !(at(pc) | self.handler(last).map_or(0, |handler| at(handler.target)))
    }
}

/// Backwards until nothing changes.
fn live(code: &Code) -> Box<[u64]> {
    let mut always = u64::MAX;
    for (slot, kind) in code.kinds.iter().enumerate().take(64) {
        if *kind == LocalKind::Fast {
            always &= !(1 << slot);
        }
    }
    let mut live = vec![always; code.instrs.len() + 1];
    let mut changed = true;
    while changed {
        changed = false;
        for (at, instr) in code.instrs.iter().enumerate().rev() {
            let after = if goes_on(instr.op) { live[at + 1] } else { 0 };
            let there = if instr.op.has_jump() { live[instr.arg as usize] } else { 0 };
            let failed = code.handler(at as u32).map_or(0, |handler| live[handler.target as usize]);
            let (reads, writes) = accesses(*instr);
            let now = live[at] | reads | ((after | there) & !writes) | failed;
            changed |= now != live[at];
            live[at] = now;
        }
    }
    live.into()
}

/// False for an instruction after which the next one is never reached.
fn goes_on(op: Op) -> bool {
    !matches!(
        op,
        Op::JumpForward
            | Op::JumpBackward
            | Op::JumpBackwardNoInterrupt
            | Op::ReturnValue
            | Op::RaiseVarargs
            | Op::Reraise
    )
}

/// The locals that an instruction reads first, and those that it writes without having read them.
fn accesses(instr: Instr) -> (u64, u64) {
    let bit = |slot: u32| if slot < 64 { 1u64 << slot } else { 0 };
    let (left, right) = (bit(instr.arg >> 4), bit(instr.arg & 15));
    match instr.op {
        Op::LoadFast
        | Op::LoadFastBorrow
        | Op::LoadFastCheck
        | Op::LoadFastAndClear
        | Op::DeleteFast
        | Op::MakeCell
        | Op::LoadDeref
        | Op::StoreDeref
        | Op::DeleteDeref => (bit(instr.arg), 0),
        Op::LoadFastLoadFast | Op::LoadFastBorrowLoadFastBorrow => (left | right, 0),
        Op::StoreFast => (0, bit(instr.arg)),
        Op::StoreFastLoadFast => (right & !left, left),
        Op::StoreFastStoreFast => (0, left | right),
        _ => (0, 0),
    }
}
