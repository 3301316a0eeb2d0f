//! The states as a picture can show them: dots, and edges between them, never more dots than a page has room for.
//!
//! A graph of at most [`DOTS_MAX`] states is drawn whole. A larger one is folded: the states of one layer (so many
//! transitions from the beginning at least) with the same fate (the set of ends that can still be reached) are one dot.
//! If that makes too many dots, the fates fold too, into the four [`Prospect`]s; and if that is not enough, two, three, …
//! neighbouring layers become one. Some states stand out of every fold: those on the ways that are asked for, the one
//! that the reader is at with those that can follow it, and, of a fold that the reader has opened, its first
//! [`OPENED_MAX`] states. All this depends on the graph and the request alone.

use super::Explorer;
use super::fate::Fate;
use super::graph::{Graph, NOWHERE};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most dots of a picture.
pub const DOTS_MAX: usize = 200;

/// Most states that stand out because they are asked for.
const SINGLE_MAX: usize = 120;

/// States that come out of a fold that is opened.
const OPENED_MAX: usize = 24;

/// Ends up to which each has a prospect of its own.
const ENDS_TOLD: usize = 12;

/// What can still become of a state, coarsely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Prospect {
    /// Different things, or nobody knows.
    Open,
    /// Only good ends, or the only end that there is.
    Good,
    /// Only failures, of more than one kind.
    Failing,
    /// This end and no other.
    Only(u32),
    /// No end at all.
    Endless,
}

/// A dot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Its first state, which names it.
    pub state: u32,
    /// How many states it stands for.
    pub count: u32,
    /// Its layer.
    pub layer: u32,
    /// What can become of its states.
    pub prospect: Prospect,
    /// The end in which the program is there.
    pub end: Option<u32>,
}

/// Transitions between two dots, or within one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// The dot that it leaves, by place in [`Atlas::dots`].
    pub from: u32,
    /// The dot that it leads to.
    pub to: u32,
    /// Who moves.
    pub thread: u16,
}

/// What is to be drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Atlas {
    /// The dots, by layer and then by first state.
    pub dots: Vec<Dot>,
    /// What leads from one to another, each thread once.
    pub links: Vec<Link>,
    /// By state, the dot of each state that stands for itself.
    pub singles: BTreeMap<u32, u32>,
    /// The states that there are.
    pub states: u32,
}

/// What a picture is asked to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// States that are to stand for themselves, the most important first.
    pub ways: Vec<u32>,
    /// Where the reader is.
    pub present: Option<u32>,
    /// First states of the folds that were opened.
    pub opened: Vec<u32>,
}

/// What makes two states of one fold.
type Key = (u32, u64);

impl Explorer {
    /// The picture of the states that are known.
    pub fn atlas(&mut self, wanted: &Wanted) -> Atlas {
        let (fates, layers) = (self.fates(), self.layers());
        let graph = &self.search.ledger.graph;
        let few = self.ends().len() <= ENDS_TOLD;
        let prospects = (0..fates.different()).map(|id| match self.prospect(fates.get(id as u32)) {
            Prospect::Only(end) if !few && self.is_failure(end) => Prospect::Failing,
            Prospect::Only(_) if !few => Prospect::Open,
            prospect => prospect,
        });
        let prospects: Vec<Prospect> = prospects.collect();
        let prospect = |state: u32| prospects[fates.id(state) as usize];
        let keys = |width: u32, coarse: bool| {
            let of = |state: u32| -> Key {
                let kind = if coarse { code_of(prospect(state)) } else { u64::from(fates.id(state)) };
                (layers[state as usize] / width, kind)
            };
            (0..layers.len() as u32).map(of).collect::<Vec<Key>>()
        };
        let count = layers.len();
        let (folds, single): (Vec<Key>, FxHashSet<u32>) = if count <= DOTS_MAX {
            (vec![(0, 0); count], (0..count as u32).collect())
        } else {
            let mut width = 0;
            loop {
                let keys = if width == 0 { keys(1, false) } else { keys(width, true) };
                let single = singles(graph, wanted, &keys);
                let folded: FxHashSet<&Key> = keys
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| !single.contains(&(*at as u32)))
                    .map(|(_, key)| key)
                    .collect();
                if folded.len() + single.len() <= DOTS_MAX {
                    break (keys, single);
                }
                width += 1;
            }
        };
        draw(graph, &layers, &folds, &single, prospect)
    }

    /// So many transitions from the beginning at least, by state.
    fn layers(&self) -> Vec<u32> {
        let mut layers: Vec<u32> = Vec::with_capacity(self.graph().parents.len());
        for &(parent, _) in &self.graph().parents {
            layers.push(if parent == NOWHERE { 0 } else { layers[parent as usize] + 1 });
        }
        layers
    }

    /// What a fate looks like from afar.
    pub fn prospect(&self, fate: &Fate) -> Prospect {
        let failures = |ends: &mut dyn Iterator<Item = u32>| ends.filter(|end| self.is_failure(*end)).count();
        let all = self.ends().len();
        let failing = failures(&mut fate.ends());
        let good = fate.ends().count() - failing;
        match (fate.ends().next(), failing, good) {
            _ if fate.unknown => Prospect::Open,
            (None, ..) => Prospect::Endless,
            (Some(end), 1, 0) => Prospect::Only(end),
            (_, _, 0) => Prospect::Failing,
            (_, 0, _) if failures(&mut (0..all as u32)) > 0 => Prospect::Good,
            // Where nothing fails, it is the output that tells ends apart.
            (Some(end), 0, 1) if all > 1 => Prospect::Only(end),
            (_, 0, 1) => Prospect::Good,
            _ => Prospect::Open,
        }
    }
}

fn code_of(prospect: Prospect) -> u64 {
    match prospect {
        Prospect::Open => 0,
        Prospect::Good => 1,
        Prospect::Failing => 2,
        Prospect::Endless => 3,
        Prospect::Only(end) => 4 + u64::from(end),
    }
}

/// The states that stand for themselves, at most [`SINGLE_MAX`].
fn singles(graph: &Graph, wanted: &Wanted, keys: &[Key]) -> FxHashSet<u32> {
    let mut single: FxHashSet<u32> = FxHashSet::from_iter([0]);
    let present = wanted.present.into_iter();
    let next = wanted.present.into_iter().flat_map(|state| graph.edges(state).iter().map(|(_, to)| *to));
    let opened = wanted.opened.iter().rev().flat_map(|first| {
        let key = keys[*first as usize];
        (*first..keys.len() as u32).filter(move |state| keys[*state as usize] == key).take(OPENED_MAX)
    });
    for state in present.chain(next).chain(wanted.ways.iter().copied()).chain(opened) {
        if single.len() >= SINGLE_MAX {
            break;
        }
        single.insert(state);
    }
    single
}

fn draw(
    graph: &Graph,
    layers: &[u32],
    folds: &[Key],
    single: &FxHashSet<u32>,
    prospect: impl Fn(u32) -> Prospect,
) -> Atlas {
    let mut dots: Vec<Dot> = Vec::new();
    let mut fold_dots: FxHashMap<Key, usize> = FxHashMap::default();
    let mut dot_of = vec![0; layers.len()];
    for state in 0..layers.len() as u32 {
        let at = state as usize;
        let fresh = Dot {
            state,
            count: 0,
            layer: layers[at],
            prospect: prospect(state),
            end: graph.ends.get(&state).copied(),
        };
        let place = if single.contains(&state) {
            dots.push(fresh);
            dots.len() - 1
        } else {
            *fold_dots.entry(folds[at]).or_insert_with(|| {
                dots.push(fresh);
                dots.len() - 1
            })
        };
        dots[place].count += 1;
        if dots[place].end != graph.ends.get(&state).copied() {
            dots[place].end = None;
        }
        dot_of[at] = place;
    }
    let mut order: Vec<usize> = (0..dots.len()).collect();
    order.sort_by_key(|place| (dots[*place].layer, dots[*place].state));
    let mut rank = vec![0u32; dots.len()];
    order.iter().enumerate().for_each(|(at, place)| rank[*place] = at as u32);
    let mut links: FxHashSet<Link> = FxHashSet::default();
    for state in 0..graph.expanded() as u32 {
        for &(thread, to) in graph.edges(state) {
            let (from, to) = (rank[dot_of[state as usize]], rank[dot_of[to as usize]]);
            if from != to {
                links.insert(Link { from, to, thread });
            }
        }
    }
    let mut links: Vec<Link> = links.into_iter().collect();
    links.sort_unstable();
    let singles = single.iter().map(|state| (*state, rank[dot_of[*state as usize]])).collect();
    let dots = order.into_iter().map(|place| dots[place].clone()).collect();
    Atlas { dots, links, singles, states: layers.len() as u32 }
}
