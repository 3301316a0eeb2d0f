//! Selectively uniform random walk: the order of the events at one chosen place is drawn uniformly, by choosing threads
//! in proportion to the events that they have left there; the others are chosen in between as they come.
//!
//! How many events a thread has is read off an earlier run, the first being CPython's default. Events of threads that
//! are not started yet count for the thread that starts them.

use super::any;
use super::shared::{Place, Profile};
use super::stage::Stage;
use crate::schedule::{default_choice, roll};
use crate::vm::thread::ThreadId;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// One run.
pub struct Surw {
    /// The places whose events are drawn uniformly; none in a run that only counts.
    chosen: Vec<Place>,
    /// Events left, by thread.
    left: BTreeMap<u32, u64>,
    parents: FxHashMap<u32, u32>,
    /// Whose event comes next.
    intended: Option<ThreadId>,
    counts: bool,
}

impl Surw {
    /// A run with the counts of an earlier one. One run in four takes all places, the others one,
    /// drawn in proportion to its events.
    pub fn new(profile: Option<&Profile>, nth: u64, dice: &mut u64) -> Surw {
        let Some(profile) = profile.filter(|profile| !profile.places.is_empty()) else {
            return Surw {
                chosen: vec![],
                left: BTreeMap::new(),
                parents: FxHashMap::default(),
                intended: None,
                counts: true,
            };
        };
        let chosen = match nth % 4 {
            0 => profile.places.clone(),
            _ => vec![draw(profile, dice)],
        };
        let mut left: BTreeMap<u32, u64> = BTreeMap::new();
        for place in &chosen {
            for ((thread, _), count) in profile.events.iter().filter(|((_, other), _)| other == place) {
                *left.entry(*thread).or_default() += u64::from(*count);
            }
        }
        Surw { chosen, left, parents: profile.parents.clone(), intended: None, counts: false }
    }

    /// The thread that goes on.
    pub fn pick(&mut self, stage: &mut Stage, choices: &[ThreadId], dice: &mut u64) -> ThreadId {
        if self.counts {
            return default_choice(&stage.vm, choices).unwrap_or(choices[0]);
        }
        if !self.intended.is_some_and(|thread| choices.contains(&thread)) {
            self.intended = Some(self.intend(stage, choices, dice));
        }
        let free = |stage: &mut Stage, id: ThreadId| self.intended == Some(id) || !self.is_chosen(stage, id);
        let open: Vec<ThreadId> = choices.iter().copied().filter(|id| free(stage, *id)).collect();
        any(&open, dice)
    }

    /// Draws in proportion to what is left.
    fn intend(&self, stage: &Stage, choices: &[ThreadId], dice: &mut u64) -> ThreadId {
        let born = stage.vm.thread_ids().count() as u32;
        let mut weights: BTreeMap<u32, u64> = choices.iter().map(|id| (id.0, 0)).collect();
        for (thread, left) in &self.left {
            let mut at = *thread;
            while at >= born
                && let Some(parent) = self.parents.get(&at)
            {
                at = *parent;
            }
            weights.entry(at).and_modify(|weight| *weight += left);
        }
        let total: u64 = weights.values().sum();
        if total == 0 {
            return any(choices, dice);
        }
        let mut drawn = roll(dice) % total;
        for id in choices {
            match drawn.checked_sub(weights[&id.0]) {
                Some(rest) => drawn = rest,
                None => return *id,
            }
        }
        choices[0]
    }

    fn is_chosen(&self, stage: &mut Stage, id: ThreadId) -> bool {
        stage.ask(id).1.places.iter().any(|(place, _)| self.chosen.contains(place))
    }

    /// An event of `thread` is done.
    pub fn done(&mut self, stage: &Stage, thread: ThreadId) {
        let hits = stage.last().places.iter().filter(|(place, _)| self.chosen.contains(place)).count();
        if hits > 0 {
            self.intended = None;
            if let Some(left) = self.left.get_mut(&thread.0) {
                *left = left.saturating_sub(hits as u64);
            }
        }
    }
}

/// One place, in proportion to the events there.
fn draw(profile: &Profile, dice: &mut u64) -> Place {
    let total: u64 = profile.events.values().map(|count| u64::from(*count)).sum();
    let mut drawn = roll(dice) % total.max(1);
    for ((_, place), count) in &profile.events {
        match drawn.checked_sub(u64::from(*count)) {
            Some(rest) => drawn = rest,
            None => return *place,
        }
    }
    profile.places[0]
}
