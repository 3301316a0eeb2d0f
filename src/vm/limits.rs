//! The machine's limits on memory: reached, they end the run and say so.
//!
//! Counting every byte at every change would cost more than it is worth. What is allocated and executed adds up until a
//! look at the whole heap is due; the same program is looked at after the same instructions, in every browser.

use super::Vm;
use super::state::Ending;

/// Bytes allocated, or 64 for each instruction, after which the heap is looked at.
const LOOK_EVERY: u64 = 64 << 20;
/// What an instruction counts for.
pub(super) const INSTRUCTION: u64 = 64;

/// Instructions after which a look at the heap is due, at least 1, where this much is due already.
pub(super) fn until_look(fresh: u64) -> u64 {
    (LOOK_EVERY.saturating_sub(fresh)).div_ceil(INSTRUCTION).max(1)
}

impl Vm {
    /// Called after each instruction, or after `done` of them that make no objects; true if the run has ended at a limit.
    #[inline(always)]
    pub(super) fn is_over_limit(&mut self, done: u64) -> bool {
        self.heap.fresh += INSTRUCTION * done;
        if self.heap.live() <= self.world.objects_max && self.heap.fresh < LOOK_EVERY {
            return false;
        }
        self.look()
    }

    #[cold]
    fn look(&mut self) -> bool {
        self.heap.fresh = 0;
        let limit = if self.heap.live() > self.world.objects_max {
            "the program has more objects than the machine holds"
        } else if self.heap.bytes() > self.world.bytes_max {
            "the program needs more memory than the machine has"
        } else {
            return false;
        };
        self.ending = Some(Ending::Limit(limit.into()));
        true
    }
}
