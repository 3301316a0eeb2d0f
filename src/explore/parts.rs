//! Strongly connected parts of the graph of states: in which a program can go round for ever.

use super::graph::Graph;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;

/// A set of threads by number.
pub type Threads = u128;

/// Threads whose number fits into such a set.
pub const THREADS_MAX: u32 = 128;

/// A thread as a set.
pub fn only(thread: u16) -> Threads {
    1 << thread
}

/// The numbers in a set.
pub fn members(threads: Threads) -> impl Iterator<Item = u16> {
    (0..THREADS_MAX as u16).filter(move |thread| threads & only(*thread) != 0)
}

/// The threads that can move in a state.
pub fn enabled(graph: &Graph, state: u32) -> Threads {
    graph.edges(state).iter().fold(0, |all, (thread, _)| all | only(*thread))
}

/// States in order of number, with the transitions between them of all threads but those left out.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    /// The whole graph.
    pub graph: &'a Graph,
    /// The states.
    pub states: &'a [u32],
    /// Who does not move.
    pub without: Threads,
}

impl Part<'_> {
    fn may_move(&self, thread: u16) -> bool {
        self.without & only(thread) == 0
    }

    /// True if the state is one of it.
    pub fn has(&self, state: u32) -> bool {
        self.states.binary_search(&state).is_ok()
    }

    /// The transitions of a state that stay within.
    pub fn edges(&self, state: u32) -> impl Iterator<Item = (u16, u32)> {
        let inside = |(thread, to): &(u16, u32)| self.may_move(*thread) && self.has(*to);
        self.graph.edges(state).iter().copied().filter(inside)
    }

    /// Who moves on a transition that stays within.
    pub fn movers(&self) -> Threads {
        self.states.iter().flat_map(|state| self.edges(*state)).fold(0, |all, (thread, _)| all | only(thread))
    }

    /// Its strongly connected parts; one comes before those that lead to it.
    pub fn strong(&self) -> Vec<Vec<u32>> {
        let mut graph: DiGraph<(), (), u32> = DiGraph::with_capacity(self.states.len(), 0);
        self.states.iter().for_each(|_| {
            graph.add_node(());
        });
        for (from, state) in self.states.iter().enumerate() {
            for (_, to) in self.graph.edges(*state).iter().filter(|edge| self.may_move(edge.0)) {
                if let Ok(to) = self.states.binary_search(to) {
                    graph.add_edge((from as u32).into(), (to as u32).into(), ());
                }
            }
        }
        let state_of = |node: &petgraph::graph::NodeIndex| self.states[node.index()];
        let mut parts: Vec<Vec<u32>> =
            kosaraju_scc(&graph).iter().map(|part| part.iter().map(state_of).collect()).collect();
        parts.iter_mut().for_each(|part| part.sort_unstable());
        parts
    }

    /// Those of them in which something moves for ever, in order of their first states.
    pub fn rounds(&self) -> Vec<Vec<u32>> {
        let mut parts = self.strong();
        parts.retain(|states| Part { states, ..*self }.movers() != 0);
        parts.sort_unstable_by_key(|states| states[0]);
        parts
    }
}
