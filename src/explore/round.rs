//! A short closed walk through a strongly connected part of the graph that shows what a scheduler is asked for.

use super::parts::{Part, Threads, enabled, only};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// States from which a walk is tried; the shortest is taken.
const STARTS: usize = 32;

/// What a walk must show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Goals {
    /// Each of these moves.
    pub moved: Threads,
    /// Each of these moves, or cannot in some state.
    pub moved_or_disabled: Threads,
    /// Each of these can move in some state.
    pub enabled: Threads,
}

impl Goals {
    /// What is left when the walk has come to a state.
    fn at(mut self, part: Part, state: u32) -> Goals {
        let enabled = enabled(part.graph, state);
        self.moved_or_disabled &= enabled;
        self.enabled &= !enabled;
        self
    }

    /// What is left when a thread has moved.
    fn after(mut self, thread: u16) -> Goals {
        self.moved &= !only(thread);
        self.moved_or_disabled &= !only(thread);
        self
    }
}

/// Where a closed walk begins that shows all goals, and who moves; none if there is none.
pub fn round(part: Part, goals: Goals) -> Option<(u32, Vec<u16>)> {
    let starts = part.states.iter().take(STARTS);
    let walks = starts.filter_map(|start| Some((*start, walk(part, *start, goals)?)));
    walks.min_by_key(|(start, walk)| (walk.len(), *start))
}

/// A walk from `start` back to it: to the nearest place that shows something new, until all is shown.
fn walk(part: Part, start: u32, goals: Goals) -> Option<Vec<u16>> {
    let (mut walk, mut at, mut left) = (Vec::new(), start, goals.at(part, start));
    while left != Goals::default() {
        let (way, to) = nearest(part, at, |thread, to| left.after(thread).at(part, to) != left)?;
        left = way.iter().fold(left, |left, (thread, to)| left.after(*thread).at(part, *to));
        walk.extend(way.iter().map(|(thread, _)| *thread));
        at = to;
    }
    if at != start || walk.is_empty() {
        let (way, _) = nearest(part, at, |_, to| to == start)?;
        walk.extend(way.iter().map(|(thread, _)| *thread));
    }
    Some(walk)
}

/// The shortest way, of at least one transition, whose last one is wanted; with the state that it leads to.
fn nearest(part: Part, from: u32, wanted: impl Fn(u16, u32) -> bool) -> Option<(Vec<(u16, u32)>, u32)> {
    let mut came: FxHashMap<u32, (u32, u16)> = FxHashMap::default();
    let mut waiting = VecDeque::from([from]);
    while let Some(state) = waiting.pop_front() {
        for (thread, to) in part.edges(state) {
            if wanted(thread, to) {
                let (mut way, mut at) = (vec![(thread, to)], state);
                while at != from {
                    let (before, thread) = came[&at];
                    way.push((thread, at));
                    at = before;
                }
                way.reverse();
                return Some((way, to));
            }
            if to != from && !came.contains_key(&to) {
                came.insert(to, (state, thread));
                waiting.push_back(to);
            }
        }
    }
    None
}
