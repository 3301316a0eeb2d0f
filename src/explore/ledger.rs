//! What a search knows so far: which states there are, what leads where, the ends, the races.
//!
//! Answers of the hands are entered in the order of the level, so that all numbers are the same whoever did what.

use super::graph::{Ends, Graph, NOWHERE};
use super::hand::{Expansion, Found, Kept};
use super::place::{Traffic, Visible};
use super::search::Race;
use super::seen::Seen;
use crate::vm::value::Id;
use rustc_hash::FxHashSet;

/// Where a thread of an expanded state leads.
#[derive(Clone, Copy, Debug)]
enum Fate {
    /// To this state.
    To(u32),
    /// Where `thread` leads from `state`: an edge that was not run.
    As { state: u32, thread: u16 },
    /// Nowhere.
    Nowhere,
}

/// Counts of a search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Levels: the greatest number of transitions on a shortest way to a state.
    pub depth: u32,
    /// Transitions that were run.
    pub run: u64,
    /// Transitions that were deduced.
    pub deduced: u64,
    /// Attempts that ended in a wait.
    pub blocked: u64,
    /// Atomic blocks that were fused with a later one.
    pub fused: u64,
    /// Transitions that were cut short.
    pub cut: u64,
}

/// All that is known of a search but the states themselves.
#[derive(Default)]
pub struct Ledger {
    /// Fingerprints of the states.
    pub seen: Seen,
    /// The graph so far.
    pub graph: Graph,
    /// The ends so far.
    pub ends: Ends,
    /// Counts so far.
    pub counts: Counts,
    /// The first state of the present level; where the fates of each of its states begin that was entered.
    first: u32,
    starts: Vec<usize>,
    fates: Vec<(u16, Fate)>,
    /// Conflicts at places that are not visible: the search is not sound until they are.
    pub hidden: Vec<Race>,
    /// The first race at each visible place.
    pub races: Vec<Race>,
    race_places: FxHashSet<(Id, u32)>,
    /// Which places are contended.
    pub traffic: Traffic,
    /// A deduction was wrong, which cannot be: search again without.
    pub broken: bool,
}

impl Ledger {
    /// Knows one state, which nothing led to.
    pub fn new(print: u128) -> Ledger {
        let mut ledger = Ledger::default();
        ledger.seen.add(print);
        ledger.graph.parents.push((NOWHERE, 0));
        ledger
    }

    /// Enters what a hand found out about the next state; `new` is called for each state that nobody has seen before.
    pub fn enter(&mut self, found: Expansion, visible: &Visible, mut new: impl FnMut()) -> Kept {
        let from = self.first + self.starts.len() as u32;
        let mut kept: Kept = Vec::with_capacity(found.probes.len());
        self.starts.push(self.fates.len());
        self.counts.fused += found.fused;
        self.counts.cut += found.cut;
        for (thread, found) in found.probes {
            let mut number = NOWHERE;
            let fate = match found {
                Found::Blocked => {
                    self.counts.blocked += 1;
                    Fate::Nowhere
                }
                Found::Endless => Fate::Nowhere,
                Found::As { state, thread } => {
                    self.counts.deduced += 1;
                    Fate::As { state, thread }
                }
                Found::To(print, end) => {
                    self.counts.run += 1;
                    Fate::To(self.seen.find(print).unwrap_or_else(|| {
                        number = self.seen.add(print);
                        self.graph.parents.push((from, thread));
                        new();
                        if let Some(end) = end {
                            self.graph.ends.insert(number, self.ends.number(*end));
                        }
                        number
                    }))
                }
            };
            kept.push(number);
            self.fates.push((thread, fate));
        }
        if found.timed {
            self.graph.timed.insert(from);
        }
        if let Some(end) = found.end {
            self.graph.ends.insert(from, self.ends.number(end));
        }
        for race in found.races {
            if self.race_places.insert(race.place()) {
                let is_visible = race.touches.iter().all(|touch| visible.has(touch));
                if is_visible { self.races.push(race) } else { self.hidden.push(race) }
            }
        }
        for (thread, touch, ahead) in found.traffic {
            self.traffic.note(thread, &touch, ahead);
        }
        kept
    }

    /// Enters the edges of the level that has been expanded, the deduced ones resolved; calls `told` with where the
    /// lines of each of its states lead, in order.
    pub fn settle(&mut self, mut told: impl FnMut(Kept)) {
        for at in 0..self.starts.len() {
            let lines: Vec<_> =
                self.fates_of(at).iter().map(|(thread, fate)| (*thread, self.resolve(*fate))).collect();
            self.broken |= lines.iter().any(|(_, to)| to.is_err());
            let lines = lines.into_iter().map(|(thread, to)| (thread, to.unwrap_or(NOWHERE)));
            self.graph.expand(lines.clone().filter(|(_, to)| *to != NOWHERE));
            told(lines.map(|(_, to)| to).collect());
        }
        self.first += self.starts.len() as u32;
        self.starts.clear();
        self.fates.clear();
    }

    /// What is known of the state in this place of the level.
    fn fates_of(&self, at: usize) -> &[(u16, Fate)] {
        let to = self.starts.get(at + 1).copied().unwrap_or(self.fates.len());
        &self.fates[self.starts[at]..to]
    }

    /// Where an edge leads, [`NOWHERE`] if there is none; an error if a deduction was wrong.
    fn resolve(&self, fate: Fate) -> Result<u32, ()> {
        match fate {
            Fate::Nowhere => Ok(NOWHERE),
            Fate::To(state) => Ok(state),
            Fate::As { state, thread } if state >= self.first => {
                let at = (state - self.first) as usize;
                if at >= self.starts.len() {
                    return Err(());
                }
                // The numbers of the threads rise along such a chain, so it ends.
                match self.fates_of(at).iter().find(|(other, _)| *other == thread) {
                    Some((_, fate @ (Fate::To(_) | Fate::As { .. }))) => self.resolve(*fate),
                    _ => Err(()),
                }
            }
            Fate::As { state, thread } => {
                let edge = self.graph.edges(state).iter().find(|(other, _)| *other == thread);
                edge.map(|(_, to)| *to).ok_or(())
            }
        }
    }
}
