//! The graph of states that a search leaves behind: who goes where by whose transition.
//!
//! Numbers only. Least preemptions and reachable ends are computed on it without running a program again.

use super::outcome::Outcome;
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// No state.
pub const NOWHERE: u32 = u32::MAX;

/// States by number, 0 first, in order of discovery; edges by state, as they are found.
#[derive(Debug, Default)]
pub struct Graph {
    /// By whose transition a state was first reached, and from where; [`NOWHERE`] for the first.
    pub parents: Vec<(u32, u16)>,
    /// Where the edges of a state begin; states are expanded in order of number.
    starts: Vec<u32>,
    /// Edges: thread and target.
    edges: Vec<(u16, u32)>,
    /// States in which the program ends, with the number of the end.
    pub ends: FxHashMap<u32, u32>,
    /// States whose only edges are the passing of time.
    pub timed: rustc_hash::FxHashSet<u32>,
}

/// A shortest way to an end: preemptions first, then steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Switches away from a thread that could have gone on.
    pub preemptions: u32,
    /// Threads in order of their transitions.
    pub threads: Vec<u16>,
    /// The state that it leads to.
    pub state: u32,
}

impl Graph {
    /// Notes the edges of the next state.
    pub fn expand(&mut self, edges: impl IntoIterator<Item = (u16, u32)>) {
        self.starts.push(self.edges.len() as u32);
        self.edges.extend(edges);
    }
    /// The edges of a state, by thread; none if it was not expanded.
    pub fn edges(&self, state: u32) -> &[(u16, u32)] {
        let at = state as usize;
        let Some(&from) = self.starts.get(at) else { return &[] };
        let to = self.starts.get(at + 1).map_or(self.edges.len(), |to| *to as usize);
        &self.edges[from as usize..to]
    }
    /// Where a thread's transition leads from a state.
    pub fn next(&self, state: u32, thread: u16) -> Option<u32> {
        self.edges(state).iter().find(|(other, _)| *other == thread).map(|(_, to)| *to)
    }
    /// One more than the greatest number of a thread that moves.
    pub fn thread_count(&self) -> u32 {
        self.edges.iter().map(|(thread, _)| u32::from(*thread) + 1).max().unwrap_or(0)
    }
    /// All states, in order.
    pub fn states(&self) -> Vec<u32> {
        (0..self.parents.len() as u32).collect()
    }
    /// How many states have been expanded.
    pub fn expanded(&self) -> usize {
        self.starts.len()
    }
    /// How many edges there are.
    pub fn transitions(&self) -> usize {
        self.edges.len()
    }
    /// The threads by whose transitions a state was first reached.
    pub fn way_to(&self, state: u32) -> Vec<u16> {
        let mut way = Vec::new();
        let mut at = state;
        while let Some(&(parent, thread)) = self.parents.get(at as usize)
            && parent != NOWHERE
        {
            way.push(thread);
            at = parent;
        }
        way.reverse();
        way
    }
    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        self.parents.capacity() * 8 + self.starts.capacity() * 4 + self.edges.capacity() * 8
    }

    /// For each end, a way with the fewest preemptions and among those the fewest steps; in order of ends.
    ///
    /// A switch is a preemption if the thread that ran last could have made another transition (Musuvathi and Qadeer,
    /// PLDI'07). So a place in this search is a state together with the thread that ran last (Holzmann and Florian,
    /// FAC 2010). Dijkstra's algorithm over pairs (preemptions, steps), of which each edge adds (0 or 1, 1).
    pub fn least_ways(&self, ends: usize) -> Vec<Option<Way>> {
        self.least_ways_to(&self.ends, ends)
    }

    /// The same for other goals than ends: states with the number of their goal, of which there are `goals`.
    pub fn least_ways_to(&self, goal_of: &FxHashMap<u32, u32>, goals: usize) -> Vec<Option<Way>> {
        type Place = (u32, u16);
        let mut best: Vec<Option<Way>> = vec![None; goals];
        let mut came: FxHashMap<Place, (u32, u32, Place)> = FxHashMap::default();
        // One queue for this number of preemptions, in order of steps; one for the next.
        let mut now: std::collections::BTreeMap<u32, VecDeque<Place>> = std::collections::BTreeMap::new();
        let mut next = now.clone();
        let root: Place = (0, u16::MAX);
        came.insert(root, (0, 0, root));
        now.entry(0).or_default().push_back(root);
        let mut preemptions = 0;
        let mut missing = goals;
        while missing > 0 {
            let Some((steps, places)) = now.pop_first() else {
                if next.is_empty() {
                    break;
                }
                now = std::mem::take(&mut next);
                preemptions += 1;
                continue;
            };
            for place in places {
                if came.get(&place).is_none_or(|known| (known.0, known.1) != (preemptions, steps)) {
                    continue;
                }
                let (state, last) = place;
                if let Some(&goal) = goal_of.get(&state)
                    && best[goal as usize].is_none()
                {
                    best[goal as usize] = Some(self.walk_back(&came, place, preemptions));
                    missing -= 1;
                }
                let edges = self.edges(state);
                let could_go_on =
                    !self.timed.contains(&state) && edges.iter().any(|(thread, _)| *thread == last);
                for &(thread, to) in edges {
                    let cost = u32::from(could_go_on && thread != last);
                    let reached = (preemptions + cost, steps + 1);
                    let there = (to, thread);
                    if came.get(&there).is_none_or(|known| reached < (known.0, known.1)) {
                        came.insert(there, (reached.0, reached.1, place));
                        let queue = if cost == 0 { &mut now } else { &mut next };
                        queue.entry(steps + 1).or_default().push_back(there);
                    }
                }
            }
        }
        best
    }

    fn walk_back(
        &self,
        came: &FxHashMap<(u32, u16), (u32, u32, (u32, u16))>,
        from: (u32, u16),
        preemptions: u32,
    ) -> Way {
        let mut threads = Vec::new();
        let mut at = from;
        while let Some(&(_, steps, before)) = came.get(&at)
            && steps > 0
        {
            threads.push(at.1);
            at = before;
        }
        threads.reverse();
        Way { preemptions, threads, state: from.0 }
    }
}

/// The ends that were found, each once, in order of discovery.
#[derive(Debug, Default)]
pub struct Ends {
    /// The ends.
    pub all: Vec<Outcome>,
    numbers: FxHashMap<Outcome, u32>,
}

impl Ends {
    /// The number of an end.
    pub fn number(&mut self, outcome: Outcome) -> u32 {
        if let Some(&number) = self.numbers.get(&outcome) {
            return number;
        }
        let number = self.all.len() as u32;
        self.numbers.insert(outcome.clone(), number);
        self.all.push(outcome);
        number
    }
}
