//! Fair rounds in small random graphs, against all closed walks.
//!
//! What matters of a closed walk is which edges it takes: so each set of edges is looked at that one walk can take.

use interloop::explore::{Graph, Round, livelocks, starvations};
use interloop::schedule::roll;
use std::collections::BTreeSet;

/// A thread and where it leads, from where.
type Edge = (u32, u16, u32);

/// Up to four states, up to three threads, at most twelve edges.
fn random_edges(seed: u64) -> (u32, Vec<Edge>) {
    let mut dice = seed;
    let mut roll = |sides: u32| (roll(&mut dice) % u64::from(sides)) as u32;
    let (states, threads) = (2 + roll(3), 2 + roll(2) as u16);
    let mut edges = Vec::new();
    for (from, thread) in (0..states).flat_map(|from| (0..threads).map(move |thread| (from, thread))) {
        if roll(5) < 3 {
            edges.push((from, thread, roll(states)));
        }
    }
    (states, edges)
}

fn graph_of(states: u32, edges: &[Edge]) -> Graph {
    let mut graph = Graph::default();
    for state in 0..states {
        graph.parents.push((u32::MAX, 0));
        graph.expand(edges.iter().filter(|edge| edge.0 == state).map(|edge| (edge.1, edge.2)));
    }
    graph
}

/// What can be reached from a state on these edges.
fn reach(edges: &[Edge], from: u32) -> BTreeSet<u32> {
    let mut seen = BTreeSet::from([from]);
    while let Some(edge) = edges.iter().find(|edge| seen.contains(&edge.0) && !seen.contains(&edge.2)) {
        seen.insert(edge.2);
    }
    seen
}

/// What is asked of a closed walk that takes these edges and no others.
struct Walk {
    movers: BTreeSet<u16>,
    /// Who can move in some of its states, and in all.
    ever: BTreeSet<u16>,
    always: BTreeSet<u16>,
}

impl Walk {
    fn of(all: &[Edge], taken: &[Edge]) -> Walk {
        let states: BTreeSet<u32> = taken.iter().map(|edge| edge.0).collect();
        let can = |state: u32, thread: u16| all.iter().any(|edge| (edge.0, edge.1) == (state, thread));
        let threads: BTreeSet<u16> = all.iter().map(|edge| edge.1).collect();
        let some = |thread: &&u16| states.iter().any(|state| can(*state, **thread));
        let every = |thread: &&u16| states.iter().all(|state| can(*state, **thread));
        Walk {
            movers: taken.iter().map(|edge| edge.1).collect(),
            ever: threads.iter().filter(some).copied().collect(),
            always: threads.iter().filter(every).copied().collect(),
        }
    }

    fn is_strongly_fair(&self) -> bool {
        self.ever.is_subset(&self.movers)
    }

    /// Who starves, if it is weakly fair.
    fn starving(&self) -> BTreeSet<u16> {
        if self.always.is_subset(&self.movers) { &self.ever - &self.movers } else { BTreeSet::new() }
    }
}

/// The edges that a round takes, if it is closed.
fn taken(edges: &[Edge], round: &Round) -> Option<Vec<Edge>> {
    let (mut at, mut taken) = (round.first, Vec::new());
    for thread in &round.threads {
        let edge = *edges.iter().find(|edge| (edge.0, edge.1) == (at, *thread))?;
        taken.push(edge);
        at = edge.2;
    }
    (at == round.first && !taken.is_empty()).then_some(taken)
}

#[test]
fn fair_rounds_are_those_among_all_closed_walks() {
    let mut counts = [0; 2];
    for seed in 0..400 {
        let (states, edges) = random_edges(seed);
        let (mut lively, mut starve) = (false, BTreeSet::new());
        for set in 1..1u32 << edges.len() {
            let some: Vec<Edge> =
                (0..).zip(&edges).filter(|(at, _)| set >> at & 1 == 1).map(|(_, edge)| *edge).collect();
            let reached = reach(&some, some[0].0);
            let closed = some
                .iter()
                .all(|edge| reached.contains(&edge.0) && reach(&some, edge.2).contains(&some[0].0));
            if closed {
                let walk = Walk::of(&edges, &some);
                lively |= walk.is_strongly_fair();
                starve.extend(walk.starving());
            }
        }
        let graph = graph_of(states, &edges);
        let (found, passed) = (livelocks(&graph), starvations(&graph));
        assert_eq!(!found.is_empty(), lively, "{seed}: {edges:?}");
        let names: BTreeSet<u16> = passed.iter().filter_map(|round| round.starves).collect();
        assert_eq!(names, starve, "{seed}: {edges:?}");
        for round in found.iter().chain(&passed) {
            let walk = Walk::of(&edges, &taken(&edges, round).expect("it is closed"));
            let shown = match round.starves {
                Some(thread) => walk.starving().contains(&thread),
                None => walk.is_strongly_fair(),
            };
            assert!(shown, "{seed}: {round:?} in {edges:?}");
        }
        counts = [counts[0] + usize::from(lively), counts[1] + usize::from(!starve.is_empty())];
    }
    // Neither is always there, nor never.
    assert!(counts.iter().all(|count| (40..360).contains(count)), "{counts:?}");
}
