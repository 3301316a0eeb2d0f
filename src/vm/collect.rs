//! Everything an iterable yields, at once; and the walk through tables and sets, which notices changes.
//!
//! [`Vm::collect`] takes the items of a built-in iterable into a vector. It asks first whether the whole walk
//! is native, so `Fail::Python` means that nothing was consumed.

use super::iter::{ITEMS_MAX, range_len};
use super::native::{Fail, Res};
use super::object::{Data, IterData};
use super::value::{Id, Value};
use super::{Vm, ty};

impl Data {
    /// True for what is walked through by position.
    pub fn is_sequence(&self) -> bool {
        matches!(self, Data::List(_) | Data::Tuple(_) | Data::Str(_) | Data::Bytes(_) | Data::ByteArray(_))
    }
    /// True for the data of built-in containers that can be iterated.
    pub fn is_container(&self) -> bool {
        self.is_sequence()
            || matches!(
                self,
                Data::Dict(_)
                    | Data::Set(_)
                    | Data::Range { .. }
                    | Data::DictView { .. }
                    | Data::Deque { .. }
                    | Data::MappingProxy(_)
            )
    }
}

impl Vm {
    /// All items of an iterable. `Fail::Python` before anything is consumed, if Python code would have to run.
    pub fn collect(&mut self, value: Value) -> Res<Vec<Value>> {
        if !self.iterates_natively(value) {
            return Err(Fail::Python);
        }
        match self.data(value) {
            Some(Data::List(items)) => return Ok(items.clone()),
            Some(Data::Tuple(items)) => return Ok(items.to_vec()),
            Some(Data::Dict(table)) => return Ok(table.iter().map(|entry| entry.key).collect()),
            Some(Data::Set(table)) => return Ok(self.set_keys(table)),
            Some(Data::Deque { items, .. }) => return Ok(items.iter().copied().collect()),
            Some(Data::Bytes(bytes)) => return Ok(bytes.iter().map(|b| Value::Int(i64::from(*b))).collect()),
            Some(Data::ByteArray(bytes)) => {
                return Ok(bytes.iter().map(|b| Value::Int(i64::from(*b))).collect());
            }
            Some(&Data::Range { start, stop, step }) => {
                let len = range_len(start, stop, step);
                if len > ITEMS_MAX as u64 {
                    return Err(self.memory_error());
                }
                return Ok((0..len as i64).map(|at| Value::Int(start + at * step)).collect());
            }
            _ => {}
        }
        let iter = self.iter(value)?;
        let mut items = Vec::new();
        while let Some(item) = self.next(iter)? {
            if items.len() >= ITEMS_MAX {
                return Err(self.memory_error());
            }
            items.push(item);
        }
        Ok(items)
    }

    pub(super) fn next_of_table(
        &mut self,
        iter: Id,
        table: Value,
        kind: u8,
        at: usize,
        (len, left): (usize, usize),
        reversed: bool,
    ) -> Res<Option<Value>> {
        let entries = match self.data(table) {
            None => return Ok(None),
            Some(Data::Dict(entries) | Data::Set(entries)) => entries,
            Some(Data::Deque { items, .. }) => {
                let (now, item) = (items.len(), items.get(at).copied());
                return self.next_of_deque(iter, now, item, at, len, reversed);
            }
            Some(_) => return Err(Fail::Python),
        };
        if entries.len() != len {
            let what = if self.set_table(table).is_some() { "Set" } else { "dictionary" };
            return Err(self.raise(ty::RUNTIME_ERROR, format!("{what} changed size during iteration")));
        }
        let found = if reversed {
            (0..at).rev().find_map(|at| entries.live_at(at).map(|entry| (at, entry)))
        } else {
            entries.next_at(at)
        };
        let Some((place, entry)) = found else { return self.end_of_walk(iter) };
        if left == 0 {
            return Err(self.raise(ty::RUNTIME_ERROR, "dictionary keys changed during iteration"));
        }
        self.walk_to(iter, if reversed { place } else { place + 1 });
        Ok(Some(match kind {
            0 => entry.key,
            1 => entry.value,
            _ => self.tuple([entry.key, entry.value]),
        }))
    }

    /// Over a deque, `at` is the position; a reversed walk is given the mirrored place by `_collections`.
    fn next_of_deque(
        &mut self,
        iter: Id,
        now: usize,
        item: Option<Value>,
        at: usize,
        len: usize,
        reversed: bool,
    ) -> Res<Option<Value>> {
        if now != len {
            return Err(self.raise(ty::RUNTIME_ERROR, "deque mutated during iteration"));
        }
        if !reversed {
            let Some(item) = item else { return self.end_of_walk(iter) };
            self.walk_to(iter, at + 1);
            return Ok(Some(item));
        }
        if at == 0 {
            return self.end_of_walk(iter);
        }
        self.walk_to(iter, at - 1);
        let Data::Iter(data) = &self.heap.get(iter).data else { return Ok(None) };
        let IterData::Table { table, .. } = **data else { return Ok(None) };
        match self.data(table) {
            Some(Data::Deque { items, .. }) => Ok(items.get(at - 1).copied()),
            _ => Ok(None),
        }
    }

    pub(super) fn next_of_set(
        &mut self,
        iter: Id,
        table: Value,
        keys: Value,
        at: usize,
        len: usize,
    ) -> Res<Option<Value>> {
        let Some(entries) = self.set_table(table) else { return Ok(None) };
        if entries.len() != len {
            return Err(self.raise(ty::RUNTIME_ERROR, "Set changed size during iteration"));
        }
        let Some(key) = self.items(keys).and_then(|keys| keys.get(at).copied()) else {
            return self.end_of_walk(iter);
        };
        self.walk_to(iter, at + 1);
        Ok(Some(key))
    }

    fn walk_to(&mut self, iter: Id, place: usize) {
        if let Data::Iter(data) = &mut self.heap.get_mut(iter).data
            && let IterData::Table { at, .. } | IterData::Set { at, .. } = &mut **data
        {
            *at = place;
        }
        if let Data::Iter(data) = &mut self.heap.get_mut(iter).data
            && let IterData::Table { left, .. } = &mut **data
        {
            *left = left.saturating_sub(1);
        }
    }

    /// Lets go of the table that an iterator has walked through.
    fn end_of_walk(&mut self, iter: Id) -> Res<Option<Value>> {
        self.heap.update(iter, |object| {
            if let Data::Iter(data) = &mut object.data {
                match &mut **data {
                    IterData::Table { table, .. } => *table = Value::Null,
                    IterData::Set { table, keys, .. } => (*table, *keys) = (Value::Null, Value::Null),
                    _ => {}
                }
            }
        });
        Ok(None)
    }
}
