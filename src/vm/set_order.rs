//! The order in which CPython walks through a set.
//!
//! Our table keeps the order of insertion; CPython's set is an open-addressed table that is walked by place,
//! so that a set of small integers prints sorted. Programs show that order, and it is fixed wherever hashes
//! are: this file replays the insertions (Objects/setobject.c, 3.13) and returns the places in order.
//! Keys with hashes that vary between runs of CPython (strings, objects) keep the order of insertion.
//! Does not replay dummies that removals leave behind.

use super::Vm;
use super::dict::{Dict, Entry};
use super::object::Data;
use super::value::Value;

const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;

/// A key whose nesting is deeper than this counts as one without a fixed hash.
const DEPTH_MAX: u32 = 8;

impl Vm {
    /// The keys of a set's table in the order of CPython's iteration.
    pub fn set_keys(&self, table: &Dict) -> Vec<Value> {
        self.set_entries(table).into_iter().map(|entry| entry.key).collect()
    }

    /// The entries of a set's table in the order of CPython's iteration.
    pub fn set_entries(&self, table: &Dict) -> Vec<Entry> {
        if table.iter().all(|entry| self.fixed_hash(entry.key, 0)) {
            replay(table)
        } else {
            table.iter().collect()
        }
    }

    /// True if CPython hashes the key alike in every run.
    fn fixed_hash(&self, key: Value, depth: u32) -> bool {
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
}

/// Inserts the entries one by one as CPython does and returns them by place.
fn replay(table: &Dict) -> Vec<Entry> {
    let mut places: Vec<Option<Entry>> = vec![None; 8];
    for (used, entry) in table.iter().enumerate() {
        let used = used + 1;
        insert(&mut places, entry);
        if used * 5 >= (places.len() - 1) * 3 {
            let wanted = if used > 50_000 { used * 2 } else { used * 4 };
            let mut grown = vec![None; (wanted + 1).next_power_of_two().max(8)];
            places.into_iter().flatten().for_each(|entry| insert(&mut grown, entry));
            places = grown;
        }
    }
    places.into_iter().flatten().collect()
}

fn insert(places: &mut [Option<Entry>], entry: Entry) {
    let mask = places.len() - 1;
    let mut perturb = entry.hash;
    let mut at = entry.hash as usize & mask;
    loop {
        let probes = if at + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
        if let Some(free) = (at..=at + probes).find(|place| places[*place].is_none()) {
            places[free] = Some(entry);
            return;
        }
        perturb >>= PERTURB_SHIFT;
        at = at.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize) & mask;
    }
}
