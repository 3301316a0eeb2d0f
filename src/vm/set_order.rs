//! The order in which CPython walks through a set.
//!
//! Our table keeps the order of insertion; CPython's set is an open-addressed table that is walked by place, so that a
//! set of small integers prints sorted. Programs show that order, and it is fixed wherever hashes are: there it comes
//! from the set's layout (`set_layout.rs`). Keys with hashes that vary between runs of CPython (strings, objects) keep
//! the order of insertion. What operators leave behind follows CPython's way through both sets.

use super::Vm;
use super::dict::{Dict, Entry};
use super::native::Res;
use super::object::Data;
use super::ops::Operator;
use super::set_layout::Layout;
use super::value::{Id, Value};

/// A key whose nesting is deeper than this counts as one without a fixed hash.
const DEPTH_MAX: u32 = 8;

/// What the right side of a set operation came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A set or a frozenset.
    Set,
    /// Exactly a dictionary.
    Dict,
    /// Anything else that could be walked through.
    Items,
}

impl Vm {
    /// The keys of a set's table in the order of CPython's iteration.
    pub fn set_keys(&self, table: &Dict) -> Vec<Value> {
        self.set_entries(table).into_iter().map(|entry| entry.key).collect()
    }

    /// The entries of a set's table in the order of CPython's iteration.
    pub fn set_entries(&self, table: &Dict) -> Vec<Entry> {
        match table.layout() {
            Some(layout) => layout.entries().collect(),
            None if self.has_layout(table) => Layout::of(table).entries().collect(),
            None => table.iter().collect(),
        }
    }

    /// Whether CPython walks through a set alike in every run.
    fn has_layout(&self, table: &Dict) -> bool {
        table.layout().is_some() || table.iter().all(|entry| self.fixed_hash(entry.key, 0))
    }

    /// True if CPython hashes the key alike in every run.
    pub(super) fn fixed_hash(&self, key: Value, depth: u32) -> bool {
        match key {
            Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::None => true,
            _ => match self.data(key) {
                Some(Data::Int(_) | Data::SmallInt(_) | Data::Complex(..)) => true,
                Some(Data::Tuple(items)) => {
                    depth < DEPTH_MAX && items.iter().all(|item| self.fixed_hash(*item, depth + 1))
                }
                _ => false,
            },
        }
    }

    /// Gives a set a layout of its own, if it has a fixed one at all, before something happens that insertions do not
    /// tell.
    pub(super) fn settle_layout(&mut self, set: Id) {
        let Data::Set(_) = &self.heap.peek(set).data else { return };
        let Data::Set(table) = &self.heap.get(set).data else { return };
        if table.layout().is_some() || !self.has_layout(table) {
            return;
        }
        let layout = Layout::of(table);
        if let Data::Set(table) = &mut self.heap.get_mut(set).data {
            table.set_layout(Some(Box::new(layout)));
        }
    }

    /// Makes room in a set for the keys of another set or of a dictionary.
    pub fn set_reserve(&mut self, set: Id, more: usize) {
        self.settle_layout(set);
        if let Data::Set(table) = &mut self.heap.get_mut(set).data
            && let Some(layout) = table.layout_mut()
        {
            layout.reserve(more);
        }
    }

    /// The table of a copy of a set.
    pub fn copy_set_table(&self, table: &Dict) -> Dict {
        if self.has_layout(table) {
            return Layout::of(table).copied().into_table();
        }
        let mut copy = Dict::default();
        for entry in table.iter() {
            copy.push(entry.hash, entry.key, Value::Null);
        }
        copy
    }

    /// The table of a set of a dictionary's keys.
    pub fn set_table_of_dict(&self, dict: &Dict) -> Dict {
        let mut plain = Dict::default();
        for entry in dict.iter() {
            plain.push(entry.hash, entry.key, Value::Null);
        }
        if !self.has_layout(&plain) {
            return plain;
        }
        let mut layout = Layout::default();
        layout.reserve(plain.len());
        plain.iter().for_each(|entry| layout.add(entry));
        layout.into_table()
    }

    /// The key that `set.pop` takes.
    pub fn next_popped(&mut self, set: Id) -> Option<Value> {
        self.settle_layout(set);
        let Data::Set(table) = &mut self.heap.get_mut(set).data else { return None };
        match table.layout_mut() {
            Some(layout) => layout.next_popped().map(|entry| entry.key),
            None => table.iter().next().map(|entry| entry.key),
        }
    }

    /// The set that an operator makes of two tables, on the way that CPython takes.
    pub fn merge_sets(&self, op: Operator, x: &Dict, y: &Dict, here: bool, source: Source) -> Res<Dict> {
        let ordered = self.has_layout(x) && self.has_layout(y);
        // A symmetric difference makes a set of anything else first.
        let walked = source == Source::Set || op == Operator::Xor && source == Source::Items;
        let right = if walked { self.set_entries(y) } else { y.iter().collect() };
        let copies = (x.len() >> 2) > y.len() || source == Source::Items;
        match op {
            // Keys added one by one to an empty set.
            Operator::And => {
                let swapped = source == Source::Set && y.len() > x.len();
                let (from, other) = if swapped { (self.set_entries(x), y) } else { (right, x) };
                self.filtered(&from, other, true)
            }
            Operator::Subtract if !ordered || !here && !copies => {
                self.filtered(&self.set_entries(x), y, false)
            }
            _ if !ordered => {
                let mut out = Dict::default();
                for entry in x.iter() {
                    if op == Operator::Or || self.find_key(y, entry.hash, entry.key, 0)?.is_none() {
                        out.push(entry.hash, entry.key, Value::Null);
                    }
                }
                for entry in right {
                    if self.find_key(x, entry.hash, entry.key, 0)?.is_none() {
                        out.push(entry.hash, entry.key, Value::Null);
                    }
                }
                Ok(out)
            }
            Operator::Xor if !here && source == Source::Set => {
                self.merge_sets(op, &self.copy_set_table(y), x, true, Source::Set)
            }
            Operator::Xor if !here => self.merge_sets(op, y, x, true, Source::Set),
            _ => {
                let mut layout = if here { Layout::of(x) } else { Layout::of(x).copied() };
                if op == Operator::Or && source != Source::Items && !right.is_empty() {
                    layout.reserve(right.len());
                }
                for entry in right {
                    match self.find_key(x, entry.hash, entry.key, 0)? {
                        None if op != Operator::Subtract => layout.add(Entry { value: Value::Null, ..entry }),
                        Some(at) if op != Operator::Or => layout.remove(x.at(at)),
                        _ => {}
                    }
                }
                if op == Operator::Subtract {
                    layout.shed();
                }
                Ok(layout.into_table())
            }
        }
    }

    /// The entries whose keys are, or are not, in another table.
    fn filtered(&self, from: &[Entry], other: &Dict, wanted: bool) -> Res<Dict> {
        let mut out = Dict::default();
        for entry in from {
            if self.find_key(other, entry.hash, entry.key, 0)?.is_some() == wanted {
                out.push(entry.hash, entry.key, Value::Null);
            }
        }
        Ok(out)
    }
}
