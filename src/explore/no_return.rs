//! The point of no return of a run: the first position from which every schedule fails, or ends as the run does.

use super::Explorer;
use super::course::Course;
use super::fate::{Fate, Fates};
use super::outcome::{Kind, Outcome};
use crate::schedule::Schedule;
use std::rc::Rc;

/// Atomic blocks of a run that is followed.
const BLOCKS_MAX: u64 = 20_000;

/// From where on nothing can be changed any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoReturn {
    /// The position; the choice was made at the one before. 0 if there never was one.
    pub step: u32,
    /// The same as a sentence.
    pub text: String,
}

impl Explorer {
    /// What can become of each state.
    pub fn fates(&mut self) -> Rc<Fates> {
        let ledger = &self.search.ledger;
        Rc::clone(self.fates.get_or_insert_with(|| Rc::new(Fates::of(&ledger.graph))))
    }

    /// True for an end that a correct program does not have.
    pub fn is_failure(&self, end: u32) -> bool {
        self.ends()[end as usize].is_failure()
    }

    /// The point of no return of the run of a schedule, once every state has been seen. Of a run that fails, the first
    /// position from which every schedule fails; of another, from which every schedule ends like it. Nothing if all
    /// schedules end alike and well, or if the run is not in the graph.
    pub fn no_return(&mut self, schedule: &Schedule) -> Option<NoReturn> {
        if !self.is_complete() {
            return None;
        }
        let (fates, course) = (self.fates(), self.course(schedule, BLOCKS_MAX));
        let last = course.stations.last()?;
        let end = self.graph().ends.get(&last.state).copied();
        match end {
            Some(end) if course.whole && !self.is_failure(end) => {
                let at = course.stations.iter().find(|station| {
                    let fate = fates.fate(station.state);
                    fate.is_only(end) && !fate.endless
                })?;
                let step = at.decided as u32;
                (step > 0)
                    .then(|| NoReturn { step, text: format!("{} with this output.", begun(step, "ends")) })
            }
            // What has no end goes on for ever; any other run has to be known to its end.
            _ if course.whole || fates.fate(last.state).is_without_end() => self.lost_on(&course),
            _ => None,
        }
    }

    /// The first position of a course from which every schedule fails, once every state has been seen.
    pub fn lost_on(&mut self, course: &Course) -> Option<NoReturn> {
        if !self.is_complete() {
            return None;
        }
        let fates = self.fates();
        let lost = |fate: &Fate| fate.ends().all(|end| self.is_failure(end));
        let at = course.stations.iter().find(|station| lost(fates.fate(station.state)))?;
        let step = at.decided as u32;
        Some(NoReturn { step, text: sentence(step, fates.fate(at.state), self.ends()) })
    }
}

fn begun(step: u32, verb: &str) -> String {
    match step {
        0 => format!("Every schedule {verb}"),
        step => format!("After step {step} every schedule {verb}"),
    }
}

fn sentence(step: u32, fate: &Fate, ends: &[Outcome]) -> String {
    let mut reached = fate.ends().filter_map(|end| ends.get(end as usize));
    let how = match (reached.next(), reached.next()) {
        (None, _) => return format!("{}.", begun(step, "goes on without end")),
        (Some(end), None) => match end.kind {
            Kind::Deadlock => "ends in the deadlock".to_owned(),
            Kind::Exception => "ends in the exception".to_owned(),
            Kind::Limit => "ends at the limit".to_owned(),
            Kind::Exit => format!("ends with exit code {}", end.exit_code),
        },
        _ => "fails".to_owned(),
    };
    let verb = if fate.endless { format!("that ends at all {how}") } else { how };
    format!("{}.", begun(step, &verb))
}
