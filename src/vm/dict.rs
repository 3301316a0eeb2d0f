//! The table under `dict` and `set`: entries in order of insertion, found by hash.
//!
//! The table never compares keys itself, since equality may need the heap (or Python): the caller
//! passes a closure. Order and growth depend on nothing but the sequence of operations.
//! After CPython's compact dictionaries (Objects/dictobject.c), without its key sharing.

use super::set_layout::Layout;
use super::value::Value;

/// One entry: the key's hash, the key, the value (`Null` in a set).
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The key's hash.
    pub hash: u64,
    /// The key; `Null` marks a removed entry.
    pub key: Value,
    /// The value.
    pub value: Value,
}

const EMPTY: u32 = u32::MAX;
const REMOVED: u32 = u32::MAX - 1;

/// An insertion-ordered hash table of values.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    pub(super) entries: Vec<Entry>,
    /// Open addressing, linear probing; empty in tables of at most [`LINEAR_MAX`] places.
    pub(super) index: Vec<u32>,
    live: usize,
    /// Entries, removed ones included, that fit before the next compaction: an iterator's place moves at the same
    /// moments as in CPython. 0 stands for [`SMALLEST`].
    pub(super) room: usize,
    /// Where the keys stand in CPython's table, once a set's insertions alone do not tell.
    pub(super) layout: Option<Box<Layout>>,
}

const LINEAR_MAX: usize = 16;

/// Room for entries in the smallest table: two thirds of its 8 places.
const SMALLEST: usize = 5;

impl Dict {
    /// Number of live entries.
    pub fn len(&self) -> usize {
        self.live
    }
    /// True if there is no live entry.
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }
    /// Finds the entry whose key has this hash and satisfies `same`.
    pub fn find(&self, hash: u64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        if self.index.is_empty() {
            return self.entries.iter().position(|e| e.hash == hash && !e.key.is_null() && same(e.key));
        }
        let mask = self.index.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.index[at] {
                EMPTY => return None,
                REMOVED => {}
                slot => {
                    let entry = &self.entries[slot as usize];
                    if entry.hash == hash && !entry.key.is_null() && same(entry.key) {
                        return Some(slot as usize);
                    }
                }
            }
            at = (at + 1) & mask;
        }
    }
    /// Appends a key that is known to be absent and returns its position.
    pub fn push(&mut self, hash: u64, key: Value, value: Value) -> usize {
        if self.entries.len() >= self.room.max(SMALLEST) {
            self.rebuild();
        }
        let at = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        if !self.index.is_empty() {
            Self::place(&mut self.index, hash, at);
        }
        at
    }
    fn place(index: &mut [u32], hash: u64, at: usize) {
        let mask = index.len() - 1;
        let mut slot = hash as usize & mask;
        while index[slot] < REMOVED {
            slot = (slot + 1) & mask;
        }
        index[slot] = at as u32;
    }
    fn rebuild(&mut self) {
        self.entries.retain(|e| !e.key.is_null());
        let places = (self.entries.len() * 3).next_power_of_two().max(8);
        self.room = places * 2 / 3;
        let entries = std::mem::take(&mut self.entries);
        self.fill(entries, if places > LINEAR_MAX { places * 2 } else { 0 });
    }
    /// Makes these its entries, removed ones included, with an index of so many places or none.
    pub(super) fn fill(&mut self, entries: Vec<Entry>, places: usize) {
        self.index.clear();
        self.index.resize(places, EMPTY);
        self.live = 0;
        for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.key.is_null()) {
            self.live += 1;
            if places > 0 {
                Self::place(&mut self.index, entry.hash, at);
            }
        }
        self.entries = entries;
    }
    /// Replaces the value at `at` and returns the old one.
    pub fn set_at(&mut self, at: usize, value: Value) -> Value {
        std::mem::replace(&mut self.entries[at].value, value)
    }
    /// Removes the entry at `at` and returns it.
    pub fn remove_at(&mut self, at: usize) -> Entry {
        let entry = self.entries[at];
        self.live -= 1;
        self.entries[at].key = Value::Null;
        self.entries[at].value = Value::Null;
        if !self.index.is_empty() {
            let mask = self.index.len() - 1;
            let mut slot = entry.hash as usize & mask;
            while self.index[slot] != at as u32 {
                slot = (slot + 1) & mask;
            }
            self.index[slot] = REMOVED;
        }
        entry
    }
    /// The position of a key that is known to be in the table, by its identity.
    pub fn place_of(&self, key: Value) -> Option<usize> {
        self.entries.iter().position(|entry| entry.key.is(key))
    }
    /// The live entry at position `at` or the first one after it, with its position.
    pub fn next_at(&self, mut at: usize) -> Option<(usize, Entry)> {
        while let Some(entry) = self.entries.get(at) {
            if !entry.key.is_null() {
                return Some((at, *entry));
            }
            at += 1;
        }
        None
    }
    /// The last live entry with its position.
    pub fn last(&self) -> Option<(usize, Entry)> {
        self.entries.iter().enumerate().rev().find(|(_, e)| !e.key.is_null()).map(|(at, e)| (at, *e))
    }
    /// The entry at a position that `find` returned.
    pub fn at(&self, at: usize) -> Entry {
        self.entries[at]
    }
    /// The entry at position `at`, if it is there and live.
    pub fn live_at(&self, at: usize) -> Option<Entry> {
        self.entries.get(at).copied().filter(|e| !e.key.is_null())
    }
    /// Live entries in order of insertion.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Entry> + '_ {
        self.entries.iter().filter(|e| !e.key.is_null()).copied()
    }
    /// Where the keys of a set stand, if the order of insertion does not say.
    pub fn layout(&self) -> Option<&Layout> {
        self.layout.as_deref()
    }
    /// The same, to change it.
    pub fn layout_mut(&mut self) -> Option<&mut Layout> {
        self.layout.as_deref_mut()
    }
    /// Sets or forgets it.
    pub fn set_layout(&mut self, layout: Option<Box<Layout>>) {
        self.layout = layout;
    }
    /// Forgets every entry.
    pub fn clear(&mut self) {
        *self = Dict::default();
    }
    /// Moves the entry at `at` to the end (or to the beginning), as `OrderedDict.move_to_end` does.
    pub fn move_entry(&mut self, at: usize, to_end: bool) {
        let entry = self.entries.remove(at);
        let to = if to_end { self.entries.len() } else { 0 };
        self.entries.insert(to, entry);
        self.rebuild();
    }
}
