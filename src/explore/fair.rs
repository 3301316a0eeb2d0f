//! Rounds in the graph of states that a fair scheduler may repeat for ever.
//!
//! Rounds are closed walks in strongly connected parts of the graph. Under weak fairness the largest part decides, since
//! in a smaller one fewer threads move and fewer are disabled now and then; under strong fairness the states in which
//! somebody is passed over are taken out until none is left (Emerson and Lei, SCP 1987).

use super::graph::Graph;
use super::parts::{Part, Threads, enabled, members, only};
use super::round::{Goals, round};

/// A closed walk in the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// The thread that starves, if one does.
    pub starves: Option<u16>,
    /// The state in which it begins.
    pub first: u32,
    /// Who moves, one after the other.
    pub threads: Vec<u16>,
}

/// Strongly fair rounds: whoever can move in some state moves. One of each part in which there are any.
pub fn livelocks(graph: &Graph) -> Vec<Round> {
    let (states, mut found) = (graph.states(), Vec::new());
    let whole = Part { graph, states: &states, without: 0 };
    whole.rounds().iter().for_each(|states| strongly_fair(Part { states, ..whole }, &mut found));
    found
}

/// Weakly fair rounds (whoever can move in all states moves) in which a thread never moves that can in some state. One
/// for each such thread and part.
pub fn starvations(graph: &Graph) -> Vec<Round> {
    let (states, mut found) = (graph.states(), Vec::new());
    let whole = Part { graph, states: &states, without: 0 };
    for states in &whole.rounds() {
        let part = Part { states, ..whole };
        let movers = states.iter().fold(0, |all, state| all | enabled(graph, *state));
        members(movers).for_each(|thread| weakly_fair(part, thread, &mut found));
    }
    found
}

/// Those within a part in which everybody moves who can.
fn strongly_fair(part: Part, found: &mut Vec<Round>) {
    let movers = part.movers();
    let is_fair = |state: &u32| enabled(part.graph, *state) & !movers == 0;
    if part.states.iter().all(is_fair) {
        let goals = Goals { moved: movers, ..Goals::default() };
        if let Some((first, threads)) = round(part, goals) {
            found.push(Round { starves: None, first, threads });
        }
        return;
    }
    let states: Vec<u32> = part.states.iter().copied().filter(is_fair).collect();
    for states in (Part { states: &states, ..part }).rounds() {
        strongly_fair(Part { states: &states, ..part }, found);
    }
}

/// Those within a part in which `thread` never moves and could now and then, and nobody could always without moving.
fn weakly_fair(part: Part, thread: u16, found: &mut Vec<Round>) {
    let part = Part { without: only(thread), ..part };
    for states in part.rounds() {
        let part = Part { states: &states, ..part };
        let enabled = |state: &u32| enabled(part.graph, *state);
        let always = states.iter().map(enabled).fold(Threads::MAX, |all, some| all & some);
        let ever = states.iter().map(enabled).fold(0, |all, some| all | some);
        if always & !part.movers() != 0 || ever & only(thread) == 0 {
            continue;
        }
        let goals = Goals { moved_or_disabled: ever, enabled: only(thread), ..Goals::default() };
        if let Some((first, threads)) = round(part, goals) {
            found.push(Round { starves: Some(thread), first, threads });
        }
    }
}
