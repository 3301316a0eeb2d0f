//! A map from names to values in order of insertion: attributes of instances and classes.
//!
//! Few names are the rule, so a small map is a list that is searched; a large one has an index beside it.
//! Names carry their hashes, and interned ones share their storage, so that no text is compared as a rule.

use super::cow::Cow;
use super::value::{PyStr, Value};
use rustc_hash::FxHashMap;

/// Up to this many names are found by looking at each.
const LINEAR_MAX: usize = 16;

/// Names and their values in order of insertion. The names are apart, so that copying a map to change a value
/// shares them.
#[derive(Clone, Debug, Default)]
pub struct NameMap {
    names: Cow<Names>,
    values: Vec<Value>,
}

#[derive(Clone, Debug, Default)]
struct Names {
    /// Each with its hash, so that a search need not look at the texts.
    list: Vec<(u64, PyStr)>,
    index: Option<Box<FxHashMap<PyStr, u32>>>,
}

impl Names {
    fn position(&self, name: &PyStr) -> Option<usize> {
        if let Some(index) = &self.index {
            return index.get(name).map(|&at| at as usize);
        }
        let hash = name.hash64();
        self.list.iter().position(|(other, key)| *other == hash && key == name)
    }
    fn push(&mut self, name: PyStr) {
        if let Some(index) = &mut self.index {
            index.insert(name.clone(), self.list.len() as u32);
        }
        self.list.push((name.hash64(), name));
        if self.index.is_none() && self.list.len() > LINEAR_MAX {
            self.rebuild();
        }
    }
    fn remove(&mut self, at: usize) {
        self.list.remove(at);
        if self.index.is_some() {
            self.rebuild();
        }
    }
    fn rebuild(&mut self) {
        let index = self.list.iter().enumerate().map(|(at, (_, key))| (key.clone(), at as u32)).collect();
        self.index = Some(Box::new(index));
    }
}

impl NameMap {
    /// A map of these names, no two of which are equal.
    pub(super) fn of(pairs: Vec<(PyStr, Value)>) -> NameMap {
        let (names, values) = pairs.into_iter().unzip();
        let list: Vec<(u64, PyStr)> =
            Vec::into_iter(names).map(|name: PyStr| (name.hash64(), name)).collect();
        let mut names = Names { list, index: None };
        if names.list.len() > LINEAR_MAX {
            names.rebuild();
        }
        NameMap { names: Cow::new(names), values }
    }
    /// The value of `name`.
    pub fn get(&self, name: &PyStr) -> Option<Value> {
        self.names.position(name).map(|at| self.values[at])
    }
    /// Where the value of `name` stands, for [`NameMap::set_at`].
    pub fn position(&self, name: &PyStr) -> Option<usize> {
        self.names.position(name)
    }
    /// Exchanges the value at a place.
    pub fn set_at(&mut self, at: usize, value: Value) -> Value {
        std::mem::replace(&mut self.values[at], value)
    }
    /// Sets `name` and returns what it was before.
    pub fn set(&mut self, name: PyStr, value: Value) -> Option<Value> {
        if let Some(at) = self.names.position(&name) {
            return Some(std::mem::replace(&mut self.values[at], value));
        }
        self.names.push(name);
        self.values.push(value);
        None
    }
    /// Removes `name` and returns its value.
    pub fn remove(&mut self, name: &PyStr) -> Option<Value> {
        let at = self.names.position(name)?;
        self.names.remove(at);
        Some(self.values.remove(at))
    }
    /// Names and values in order of insertion.
    pub fn iter(&self) -> impl Iterator<Item = (&PyStr, Value)> {
        self.names.list.iter().map(|(_, name)| name).zip(self.values.iter().copied())
    }
    /// How many names there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }
    /// True if there is no name.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}
