//! Two runs beside each other, played piece by piece so that requests are heard meanwhile.

use crate::program::Code;
use crate::schedule::Schedule;
use crate::session::findings::ComparisonRows;
use crate::session::protocol::{ReplyBody, Serial};
use crate::session::view::ActorId;
use crate::trace::export::{Comparison, Recorder, Recording, Sentence};
use crate::vm::Vm;
use std::sync::Arc;

/// Steps that one piece of work takes.
const STEPS: u32 = 2_000;
/// Steps that a run may have in the page.
const STEPS_MAX: u64 = 300_000;

/// A comparison under way.
pub struct Comparing {
    /// The request that it is for.
    pub serial: Serial,
    /// The runs that are still played, the present one last.
    left: Vec<Recorder>,
    played: Vec<Recording>,
}

impl Comparing {
    /// Begins with two machines at the program's beginning. The error says why a schedule cannot be followed.
    pub fn new(
        serial: Serial,
        code: &Arc<Code>,
        schedules: &[String; 2],
        mut begin: impl FnMut() -> Vm,
    ) -> Result<Comparing, String> {
        let mut left = Vec::new();
        for text in schedules.iter().rev() {
            left.push(Recorder::new(begin(), Arc::clone(code), Schedule::parse(text)?, STEPS_MAX)?);
        }
        Ok(Comparing { serial, left, played: Vec::new() })
    }

    /// Steps that the run that is played has made.
    pub fn steps(&self) -> u64 {
        self.left.last().map_or(0, Recorder::steps)
    }

    /// Works for a while; the answer once there is one.
    pub fn work(&mut self) -> Option<ReplyBody> {
        match self.left.last_mut()?.go_on(STEPS) {
            Ok(false) => return None,
            Ok(true) => self.played.extend(self.left.pop().map(Recorder::finish)),
            Err(reason) => return Some(ReplyBody::Refused { reason }),
        }
        match &self.played[..] {
            [a, b] => Some(ReplyBody::Comparison(Box::new(rows(Comparison::of(a, b))))),
            _ => None,
        }
    }
}

fn rows(found: Comparison) -> ComparisonRows {
    let row = |sentence: Sentence| (sentence.step, sentence.thread.map(ActorId), sentence.text);
    let rest = found.rest.map(|rest| rest.into_iter().map(row).collect());
    ComparisonRows { shared: found.shared, who: found.who, cause: found.cause, rest }
}
