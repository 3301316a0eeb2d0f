//! "Did you mean …?": the closest name, by CPython's edit distance, and where candidates come from.
//!
//! After Lib/traceback.py of CPython 3.13, `_compute_suggestion_error` and `_levenshtein_distance`.
//! Candidates are read natively: a `__dir__` or `__getattr__` written in Python is not called.

use super::super::object::Data;
use super::super::value::{PyStr, Value};
use super::super::{Vm, ty};
use super::entries::Entry;
use super::stdlib::stdlib_module_names;
use std::collections::BTreeSet;

const CANDIDATES_MAX: usize = 750;
const NAME_LEN_MAX: usize = 40;
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;

/// The candidate nearest to `name`, if one is near enough.
pub fn closest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let candidates: Vec<&str> = candidates.collect();
    let name: Vec<char> = name.chars().collect();
    if candidates.len() > CANDIDATES_MAX || name.len() > NAME_LEN_MAX {
        return None;
    }
    let mut best: Option<&str> = None;
    let mut best_distance = name.len();
    for candidate in candidates {
        let possible: Vec<char> = candidate.chars().collect();
        if possible == name || best_distance == 0 {
            continue;
        }
        // No more than a third of the characters involved may have to change.
        let allowed = (possible.len() + name.len() + 3) * MOVE_COST / 6;
        let allowed = allowed.min(best_distance - 1);
        match distance(&name, &possible, allowed) {
            Some(found) if best.is_none() || found < best_distance => {
                best = Some(candidate);
                best_distance = found;
            }
            _ => {}
        }
    }
    best.map(str::to_string)
}

fn substitution(a: char, b: char) -> usize {
    if a == b {
        0
    } else if a.to_lowercase().eq(b.to_lowercase()) {
        CASE_COST
    } else {
        MOVE_COST
    }
}

/// The cost of changing `a` into `b`, unless it is above `limit`.
fn distance(a: &[char], b: &[char], limit: usize) -> Option<usize> {
    let before = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[before..], &b[before..]);
    let after = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - after], &b[..b.len() - after]);
    if a.is_empty() || b.is_empty() {
        return Some(MOVE_COST * (a.len() + b.len())).filter(|cost| *cost <= limit);
    }
    let (a, b) = if b.len() < a.len() { (b, a) } else { (a, b) };
    if b.len() > NAME_LEN_MAX || (b.len() - a.len()) * MOVE_COST > limit {
        return None;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|n| n * MOVE_COST).collect();
    let mut result = 0;
    for (at, &b) in b.iter().enumerate() {
        let mut diagonal = at * MOVE_COST;
        result = diagonal;
        let mut least = usize::MAX;
        for (cell, &a) in row.iter_mut().zip(a) {
            let substitute = diagonal + substitution(b, a);
            diagonal = *cell;
            result = substitute.min(result.min(diagonal) + MOVE_COST);
            *cell = result;
            least = least.min(result);
        }
        if least > limit {
            return None;
        }
    }
    Some(result).filter(|cost| *cost <= limit)
}

impl Vm {
    /// What CPython appends to the message of a name, attribute or import error.
    pub(super) fn suggestion(&self, exc: Value, last: Option<&Entry>) -> String {
        let mean = |name: Option<String>| name.map(|n| format!(". Did you mean: '{n}'?"));
        if self.is_instance(exc, ty::IMPORT_ERROR) {
            let Some(wrong) = self.exc_text(exc, "name_from") else { return String::new() };
            return mean(self.near_import(exc, &wrong)).unwrap_or_default();
        }
        let Some(wrong) = self.exc_text(exc, "name") else { return String::new() };
        if self.is_instance(exc, ty::ATTRIBUTE_ERROR) {
            return mean(self.near_attribute(exc, &wrong, last)).unwrap_or_default();
        }
        if !self.is_instance(exc, ty::NAME_ERROR) {
            return String::new();
        }
        let near = mean(last.and_then(|entry| self.near_name(&wrong, entry)));
        if !stdlib_module_names().any(|name| name == wrong.as_str()) {
            return near.unwrap_or_default();
        }
        match near {
            Some(near) => format!("{near} Or did you forget to import '{}'?", wrong.as_str()),
            None => format!(". Did you forget to import '{}'?", wrong.as_str()),
        }
    }

    fn near_import(&self, exc: Value, wrong: &PyStr) -> Option<String> {
        let name = self.exc_text(exc, "name")?;
        let module = self.get_name(self.modules, &name)?;
        let names = visible(self.names_of(module), wrong);
        closest(wrong, names.iter().map(|n| n.as_str()))
    }

    fn near_attribute(&self, exc: Value, wrong: &PyStr, last: Option<&Entry>) -> Option<String> {
        let object = self.own(exc, &"obj".into())?;
        let names = self.names_of(object);
        let this = last.and_then(|entry| self.local(entry, "self"));
        // Inside a method of the object itself its private names are fair suggestions.
        let names = if this.is_some_and(|this| this.is(object)) { names } else { visible(names, wrong) };
        closest(wrong, names.iter().map(|n| n.as_str()))
    }

    fn near_name(&self, wrong: &PyStr, entry: &Entry) -> Option<String> {
        if let Some(this) = self.local(entry, "self")
            && self.names_of(this).contains(wrong.as_str())
        {
            return Some(format!("self.{}", wrong.as_str()));
        }
        let Some(Data::Frame(frame)) = self.data(entry.frame) else { return None };
        let mut names = Vec::new();
        for dict in [frame.locals, frame.globals, Value::Obj(self.builtins)] {
            if let Some(table) = self.dict_table(dict) {
                names.extend(table.iter().filter_map(|e| self.as_str(e.key)));
            }
        }
        closest(wrong, names.iter().map(|n| n.as_str()))
    }

    fn local(&self, entry: &Entry, name: &str) -> Option<Value> {
        match self.data(entry.frame) {
            Some(Data::Frame(frame)) => self.get_name(frame.locals.id()?, &name.into()),
            _ => None,
        }
    }

    /// The names that `dir()` lists.
    fn names_of(&self, value: Value) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        if let Value::Obj(id) = value {
            let object = self.heap.get(id);
            let dict = match (&object.attrs, &object.data) {
                (_, Data::Module { dict }) | (super::super::object::Attrs::Dict(dict), _) => Some(*dict),
                (super::super::object::Attrs::Own(own), _) => {
                    names.extend(own.iter().map(|(name, _)| name.to_string()));
                    None
                }
                _ => None,
            };
            if let Some(table) = dict.and_then(|dict| self.dict_table(Value::Obj(dict))) {
                names.extend(table.iter().filter_map(|e| self.as_str(e.key)).map(|n| n.to_string()));
            }
            if matches!(object.data, Data::Module { .. }) {
                return names;
            }
        }
        let class = match value {
            Value::Obj(id) if self.is_class(value) => id,
            Value::Null => return names,
            _ => self.class_of(value),
        };
        for class in &self.class(class).mro {
            names.extend(self.class(*class).dict.iter().map(|(name, _)| name.to_string()));
        }
        names
    }
}

/// Names without an underscore in front, unless the wrong one has it too.
fn visible(mut names: BTreeSet<String>, wrong: &str) -> BTreeSet<String> {
    if !wrong.starts_with('_') {
        names.retain(|name| !name.starts_with('_'));
    }
    names
}
