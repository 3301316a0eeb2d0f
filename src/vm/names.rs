//! A map from names to values in order of insertion: attributes of instances and classes.
//!
//! Few names are the rule, so a small map is a list that is searched; a large one has an index beside it.
//! Names that were interned share their storage, which makes the common comparison one of pointers.

use super::value::{PyStr, Value};
use rustc_hash::FxHashMap;

/// Up to this many names are found by looking at each.
const LINEAR_MAX: usize = 8;

/// Names and their values in order of insertion.
#[derive(Clone, Debug, Default)]
pub struct NameMap {
    entries: Vec<(PyStr, Value)>,
    index: Option<Box<FxHashMap<PyStr, u32>>>,
}

impl NameMap {
    fn position(&self, name: &PyStr) -> Option<usize> {
        if let Some(index) = &self.index {
            return index.get(name).map(|&at| at as usize);
        }
        self.entries
            .iter()
            .position(|(key, _)| key.same(name))
            .or_else(|| self.entries.iter().position(|(key, _)| key == name))
    }
    /// The value of `name`.
    pub fn get(&self, name: &PyStr) -> Option<Value> {
        self.position(name).map(|at| self.entries[at].1)
    }
    /// Sets `name` and returns what it was before.
    pub fn set(&mut self, name: PyStr, value: Value) -> Option<Value> {
        if let Some(at) = self.position(&name) {
            return Some(std::mem::replace(&mut self.entries[at].1, value));
        }
        if let Some(index) = &mut self.index {
            index.insert(name.clone(), self.entries.len() as u32);
        }
        self.entries.push((name, value));
        if self.index.is_none() && self.entries.len() > LINEAR_MAX {
            self.rebuild();
        }
        None
    }
    /// Removes `name` and returns its value.
    pub fn remove(&mut self, name: &PyStr) -> Option<Value> {
        let at = self.position(name)?;
        let (_, value) = self.entries.remove(at);
        if self.index.is_some() {
            self.rebuild();
        }
        Some(value)
    }
    fn rebuild(&mut self) {
        let index = self.entries.iter().enumerate().map(|(at, (key, _))| (key.clone(), at as u32)).collect();
        self.index = Some(Box::new(index));
    }
    /// Names and values in order of insertion.
    pub fn iter(&self) -> impl Iterator<Item = (&PyStr, Value)> {
        self.entries.iter().map(|(key, value)| (key, *value))
    }
    /// How many names there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }
    /// True if there is no name.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
