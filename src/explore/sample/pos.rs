//! Partial order sampling: each pending event has a random priority and the highest is executed; whatever raced with it
//! gets a new one. So the order of events that commute is not decided again and again.

use super::stage::Stage;
use crate::schedule::roll;
use crate::vm::thread::ThreadId;

/// The priorities of one run, by thread.
#[derive(Default)]
pub struct Pos {
    priorities: Vec<u64>,
}

impl Pos {
    /// The thread that goes on.
    pub fn pick(&mut self, stage: &mut Stage, choices: &[ThreadId], dice: &mut u64) -> ThreadId {
        for id in choices {
            let at = id.0 as usize;
            if self.priorities.len() <= at {
                self.priorities.resize(at + 1, 0);
            }
            // What is asked for anew has raced with the event executed, or is the executed one's successor.
            if stage.ask(*id).0 || self.priorities[at] == 0 {
                self.priorities[at] = roll(dice) | 1;
            }
        }
        let priority = |id: &ThreadId| self.priorities[id.0 as usize];
        choices.iter().copied().max_by_key(priority).unwrap_or(ThreadId(0))
    }

    /// An event of `thread` is done.
    pub fn done(&mut self, thread: ThreadId) {
        if let Some(priority) = self.priorities.get_mut(thread.0 as usize) {
            *priority = 0;
        }
    }
}
