//! PCT: threads have random priorities, the highest that can go on does, and at a few random decisions the running
//! thread becomes the lowest. A failure that needs d ordered steps is found with probability 1/(n·kᵈ⁻¹) or more in each
//! run of n threads and k decisions with d - 1 such moments.

use crate::schedule::roll;
use crate::vm::thread::ThreadId;

/// Decisions in a row after which a thread that waits by looking again and again falls behind.
const ROW_MAX: u64 = 1_000;

/// The priorities of one run.
pub struct Pct {
    /// By thread number.
    priorities: Vec<i64>,
    /// At which decisions the running thread falls behind.
    changes: Vec<u64>,
    lowest: i64,
    last: (ThreadId, u64),
}

impl Pct {
    /// Priorities for a run with so many changes and about so many decisions.
    pub fn new(changes: u64, length: u64, dice: &mut u64) -> Pct {
        let changes = (0..changes).map(|_| roll(dice) % length).collect();
        Pct { priorities: Vec::new(), changes, lowest: 0, last: (ThreadId(0), 0) }
    }

    /// The thread that goes on.
    pub fn pick(&mut self, choices: &[ThreadId], at: u64, dice: &mut u64) -> ThreadId {
        let most = choices.iter().map(|id| id.0 as usize).max().unwrap_or(0);
        while self.priorities.len() <= most {
            self.priorities.push((roll(dice) >> 2) as i64 + 1);
        }
        let mut chosen = self.highest(choices);
        let row = if self.last.0 == chosen { self.last.1 + 1 } else { 0 };
        if self.changes.contains(&at) || row > ROW_MAX {
            self.lowest -= 1;
            self.priorities[chosen.0 as usize] = self.lowest;
            chosen = self.highest(choices);
        }
        self.last = (chosen, if self.last.0 == chosen { row } else { 0 });
        chosen
    }

    fn highest(&self, choices: &[ThreadId]) -> ThreadId {
        choices.iter().copied().max_by_key(|id| self.priorities[id.0 as usize]).unwrap_or(ThreadId(0))
    }
}
