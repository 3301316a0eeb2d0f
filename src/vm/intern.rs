//! The table of interned names: what the image interned is shared, what the program interned is copied when written.

use super::value::Id;
use crate::source::PyStr;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Interned {
    image: Arc<FxHashMap<PyStr, Id>>,
    own: Arc<FxHashMap<PyStr, Id>>,
}

impl Interned {
    /// The shared text of `name` with the string object that it was interned as, which may have died since.
    pub fn get(&self, name: &PyStr) -> Option<(&PyStr, Id)> {
        let found = self.own.get_key_value(name).or_else(|| self.image.get_key_value(name));
        found.map(|(text, id)| (text, *id))
    }
    /// Notes the string object of `name`.
    pub fn insert(&mut self, name: PyStr, id: Id) {
        // Often a name that has died is made again at the same place: no reason to copy the table.
        if self.own.get(&name) == Some(&id) {
            return;
        }
        Arc::make_mut(&mut self.own).insert(name, id);
    }
    /// Makes all that is interned part of the image.
    pub fn settle(&mut self) {
        let own = std::mem::take(&mut self.own);
        Arc::make_mut(&mut self.image).extend(own.iter().map(|(name, id)| (name.clone(), *id)));
    }
}
