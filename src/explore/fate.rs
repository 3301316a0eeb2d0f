//! What can still become of each state: which ends its schedules can reach, and whether one can go on for ever.
//!
//! Computed once on the graph of a search that is over. States in one strongly connected part have one fate, and a part's
//! fate follows from those of the parts after it, so each edge is looked at once. Fates are interned: most states share
//! one of a few sets.

use super::graph::Graph;
use super::parts::Part;
use rustc_hash::FxHashMap;

/// The number of a fate in [`Fates`].
pub type FateId = u32;

/// What can become of a state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Fate {
    /// The ends that can be reached, one bit for each, 64 to a word; no zero word at its end.
    bits: Vec<u64>,
    /// Some schedule goes round and round.
    pub endless: bool,
    /// Some schedule leads to where the search has not been.
    pub unknown: bool,
}

impl Fate {
    /// True if this end can be reached.
    pub fn has(&self, end: u32) -> bool {
        self.bits.get(end as usize / 64).is_some_and(|word| word >> (end % 64) & 1 == 1)
    }

    /// The ends that can be reached, in order.
    pub fn ends(&self) -> impl Iterator<Item = u32> {
        (0..self.bits.len() as u32 * 64).filter(|end| self.has(*end))
    }

    /// True if no end can be reached.
    pub fn is_without_end(&self) -> bool {
        self.bits.is_empty()
    }

    /// True if this is the one end that can be reached.
    pub fn is_only(&self, end: u32) -> bool {
        self.has(end) && self.ends().count() == 1
    }

    fn add(&mut self, end: u32) {
        let at = end as usize / 64;
        self.bits.resize(self.bits.len().max(at + 1), 0);
        self.bits[at] |= 1 << (end % 64);
    }

    fn join(&mut self, other: &Fate) {
        self.bits.resize(self.bits.len().max(other.bits.len()), 0);
        self.bits.iter_mut().zip(&other.bits).for_each(|(mine, word)| *mine |= word);
        self.endless |= other.endless;
        self.unknown |= other.unknown;
    }
}

/// The fates of all states.
#[derive(Debug, Default)]
pub struct Fates {
    all: Vec<Fate>,
    numbers: FxHashMap<Fate, FateId>,
    /// What two fates come to together.
    joined: FxHashMap<(FateId, FateId), FateId>,
    of: Vec<FateId>,
}

/// Not looked at yet.
const NEW: u32 = u32::MAX;

/// The fate of which nothing is known yet.
const NOTHING: FateId = 0;

impl Fates {
    /// Looks at a graph: at each part after those that it leads to.
    pub fn of(graph: &Graph) -> Fates {
        let mut fates = Fates { of: vec![NEW; graph.parents.len()], ..Fates::default() };
        fates.number(Fate::default());
        let states = graph.states();
        for part in (Part { graph, states: &states, without: 0 }).strong() {
            let fate = fates.of_part(graph, &part);
            part.into_iter().for_each(|member| fates.of[member as usize] = fate);
        }
        fates
    }

    /// The fate of states that can all reach each other, where all that they lead to besides is known.
    fn of_part(&mut self, graph: &Graph, part: &[u32]) -> FateId {
        let (mut fate, mut own) = (NOTHING, Fate::default());
        for state in part {
            match graph.ends.get(state) {
                Some(&end) => own.add(end),
                None => own.unknown |= *state as usize >= graph.expanded(),
            }
            for (_, to) in graph.edges(*state) {
                match self.of[*to as usize] {
                    NEW => own.endless = true,
                    next => fate = self.join(fate, next),
                }
            }
        }
        let own = self.number(own);
        self.join(fate, own)
    }

    fn number(&mut self, fate: Fate) -> FateId {
        if let Some(&number) = self.numbers.get(&fate) {
            return number;
        }
        let number = self.all.len() as FateId;
        self.numbers.insert(fate.clone(), number);
        self.all.push(fate);
        number
    }

    fn join(&mut self, a: FateId, b: FateId) -> FateId {
        if a == b || b == NOTHING {
            return a;
        }
        let pair = (a.min(b), a.max(b));
        if let Some(&number) = self.joined.get(&pair) {
            return number;
        }
        let mut both = self.all[a as usize].clone();
        both.join(&self.all[b as usize]);
        let number = self.number(both);
        self.joined.insert(pair, number);
        number
    }

    /// The number of a state's fate.
    pub fn id(&self, state: u32) -> FateId {
        self.of[state as usize]
    }

    /// The fate of a state.
    pub fn fate(&self, state: u32) -> &Fate {
        &self.all[self.id(state) as usize]
    }

    /// The fate with a number.
    pub fn get(&self, id: FateId) -> &Fate {
        &self.all[id as usize]
    }

    /// How many different fates there are.
    pub fn different(&self) -> usize {
        self.all.len()
    }

    /// The first state from which no end can be reached, if there is one. Only for a graph that is complete.
    pub fn first_without_end(&self) -> Option<u32> {
        (0..self.of.len() as u32).find(|state| self.fate(*state).is_without_end())
    }
}
