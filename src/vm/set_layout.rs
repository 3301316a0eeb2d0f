//! The open-addressed table under CPython's `set` (Objects/setobject.c, 3.13): which key stands at which place.
//!
//! A set is walked by place, so what removals leave behind and what copies make room for shows in its order. Our own
//! table ([`Dict`]) keeps the order of insertion; a layout goes with it from the moment on at which the insertions
//! alone no longer say where the keys stand. Keys are not counted here: the table beside holds them.

use super::dict::{Dict, Entry};
use super::value::Value;

const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;

/// Places in the smallest table.
const SMALLEST: usize = 8;

/// What is at a place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    Free,
    /// A key was removed here.
    Dummy,
    Key(Entry),
}

/// See the module.
#[derive(Clone, Debug)]
pub struct Layout {
    pub(super) places: Vec<Place>,
    /// Places that are not free.
    pub(super) fill: usize,
    /// Places with keys.
    pub(super) used: usize,
    /// Where `pop` looks first.
    pub(super) finger: usize,
}

impl Default for Layout {
    fn default() -> Layout {
        Layout { places: vec![Place::Free; SMALLEST], fill: 0, used: 0, finger: 0 }
    }
}

impl Layout {
    /// The layout of a set's table.
    pub fn of(table: &Dict) -> Layout {
        match table.layout() {
            Some(layout) => layout.clone(),
            None => Layout::replay(table),
        }
    }

    /// The layout after the table's entries were added one by one.
    fn replay(table: &Dict) -> Layout {
        let mut layout = Layout::default();
        table.iter().for_each(|entry| layout.add(entry));
        layout
    }

    /// The entries by place.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.places.iter().filter_map(|place| match place {
            Place::Key(entry) => Some(*entry),
            _ => None,
        })
    }

    /// Adds a key that is not there (`set_add_entry`).
    pub fn add(&mut self, entry: Entry) {
        self.used += 1;
        if let Some(dummy) = self.last_dummy(entry.hash) {
            self.places[dummy] = Place::Key(entry);
            return;
        }
        self.insert(entry);
        self.fill += 1;
        if self.fill * 5 >= (self.places.len() - 1) * 3 {
            self.resize(self.roomy());
        }
    }

    /// The last dummy on the way to the first free place, which a new key takes.
    fn last_dummy(&self, hash: u64) -> Option<usize> {
        let mut last = None;
        self.probe(hash, |at| {
            if matches!(self.places[at], Place::Dummy) {
                last = Some(at);
            }
            matches!(self.places[at], Place::Free)
        });
        last
    }

    fn roomy(&self) -> usize {
        if self.used > 50_000 { self.used * 2 } else { self.used * 4 }
    }

    fn insert(&mut self, entry: Entry) {
        let free = self.probe(entry.hash, |at| matches!(self.places[at], Place::Free));
        self.places[free] = Place::Key(entry);
    }

    /// The first place that `wanted` accepts on the way that a hash takes through the table.
    fn probe(&self, hash: u64, mut wanted: impl FnMut(usize) -> bool) -> usize {
        let mask = self.places.len() - 1;
        let mut perturb = hash;
        let mut at = hash as usize & mask;
        loop {
            let probes = if at + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
            if let Some(found) = (at..=at + probes).find(|at| wanted(*at)) {
                return found;
            }
            perturb >>= PERTURB_SHIFT;
            at = at.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize) & mask;
        }
    }

    /// Makes a table with more than `least` places (`set_table_resize`).
    fn resize(&mut self, least: usize) {
        let size = (least + 1).next_power_of_two().max(SMALLEST);
        if size == SMALLEST && self.places.len() == SMALLEST && self.fill == self.used {
            return;
        }
        let old = std::mem::replace(&mut self.places, vec![Place::Free; size]);
        for place in old {
            if let Place::Key(entry) = place {
                self.insert(entry);
            }
        }
        self.fill = self.used;
    }

    /// Makes room for as many keys more, as an update from a set or a dictionary does.
    pub fn reserve(&mut self, more: usize) {
        if (self.fill + more) * 5 >= (self.places.len() - 1) * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// Leaves a dummy where a key stands.
    pub fn remove(&mut self, entry: Entry) {
        let same = |at: usize| matches!(self.places[at], Place::Key(other) if other.key.is(entry.key));
        let found = self.probe(entry.hash, |at| same(at) || matches!(self.places[at], Place::Free));
        if same(found) {
            self.places[found] = Place::Dummy;
            self.used -= 1;
        }
    }

    /// The key that `pop` takes next; the search goes on behind it the next time.
    pub fn next_popped(&mut self) -> Option<Entry> {
        let size = self.places.len();
        let first = self.finger & (size - 1);
        let at = (first..size).chain(0..first).find(|at| matches!(self.places[*at], Place::Key(_)))?;
        self.finger = at + 1;
        match self.places[at] {
            Place::Key(entry) => Some(entry),
            _ => None,
        }
    }

    /// Gets rid of the dummies if a difference has left many.
    pub fn shed(&mut self) {
        if self.fill - self.used > (self.places.len() - 1) / 4 {
            self.resize(self.roomy());
        }
    }

    /// The layout of a copy.
    pub fn copied(&self) -> Layout {
        let mut copy = Layout::default();
        copy.reserve(self.used);
        if copy.places.len() == self.places.len() && self.fill == self.used {
            copy.places = self.places.clone();
        } else {
            self.entries().for_each(|entry| copy.insert(entry));
        }
        (copy.fill, copy.used) = (self.used, self.used);
        copy
    }

    /// A table of these keys, with the layout beside it where the keys' order alone does not lead to it.
    pub fn into_table(self) -> Dict {
        let mut table = Dict::default();
        self.entries().for_each(|entry| {
            table.push(entry.hash, entry.key, Value::Null);
        });
        if !self.same_places(&Layout::replay(&table)) {
            table.set_layout(Some(Box::new(self)));
        }
        table
    }

    fn same_places(&self, other: &Layout) -> bool {
        let same = |(a, b): (&Place, &Place)| match (a, b) {
            (Place::Key(a), Place::Key(b)) => a.key.is(b.key),
            (Place::Free, Place::Free) => true,
            _ => false,
        };
        self.finger == 0
            && self.places.len() == other.places.len()
            && self.places.iter().zip(&other.places).all(same)
    }
}
