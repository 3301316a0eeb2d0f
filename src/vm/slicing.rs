//! Slices and positions: what `a[i]` and `a[i:j:k]` mean for a sequence of a given length.
//!
//! After CPython's `PySlice_Unpack` and `PySlice_AdjustIndices` (Objects/sliceobject.c).
//! Bounds with a Python `__index__` are `Fail::Python`; the prelude turns them into numbers first.

use super::Vm;
use super::native::{Fail, Res};
use super::object::Data;
use super::value::Value;
use crate::name;
use malachite_bigint::Sign;

/// A slice cut to a length: all positions `start + i * step` for `i < count` are inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First position.
    pub start: i64,
    /// Bound in the direction of `step`.
    pub stop: i64,
    /// Distance, not 0.
    pub step: i64,
    /// How many positions.
    pub count: usize,
}

impl Span {
    /// The positions in order.
    pub fn places(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |i| (self.start + i * self.step) as usize)
    }
    /// Takes the items at the positions.
    pub fn pick<T: Copy>(self, items: &[T]) -> Vec<T> {
        if self.step == 1 {
            return items[self.start as usize..self.start as usize + self.count].to_vec();
        }
        self.places().map(|at| items[at]).collect()
    }
    /// The range of positions under `step` 1; empty where the bounds cross.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.start as usize + self.count
    }
}

impl Vm {
    /// True if the value is a slice object.
    pub fn is_slice(&self, value: Value) -> bool {
        matches!(self.data(value), Some(Data::Slice(_)))
    }

    /// The integer behind an index: saturated at 64 bits, `None` if it is no integer at all.
    pub fn index_clamped(&self, value: Value) -> Res<Option<i64>> {
        if let Some(n) = self.as_i64(value) {
            return Ok(Some(n));
        }
        if let Some(Data::Int(n)) = self.data(value) {
            return Ok(Some(if n.sign() == Sign::Minus { i64::MIN } else { i64::MAX }));
        }
        match value {
            Value::Obj(id) if self.lookup(self.heap.get(id).class, name!("__index__")).is_some() => {
                Err(Fail::Python)
            }
            _ => Ok(None),
        }
    }

    fn slice_bound(&mut self, value: Value) -> Res<Option<i64>> {
        if value.is_none() {
            return Ok(None);
        }
        match self.index_clamped(value)? {
            Some(n) => Ok(Some(n)),
            None => {
                Err(self.type_error("slice indices must be integers or None or have an __index__ method"))
            }
        }
    }

    /// Cuts a slice object to a sequence of `len` items.
    pub fn slice_indices(&mut self, slice: Value, len: usize) -> Res<Span> {
        let Some(Data::Slice(parts)) = self.data(slice) else {
            return Err(self.type_error("expected a slice"));
        };
        let [start, stop, step] = **parts;
        let step = self.slice_bound(step)?.unwrap_or(1).max(-i64::MAX);
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let len = len as i64;
        let (low, high) = if step > 0 { (0, len) } else { (-1, len - 1) };
        let clip = |n: i64| if n < 0 { n.saturating_add(len).max(low) } else { n.min(high) };
        let start = self.slice_bound(start)?.map_or(if step > 0 { low } else { high }, clip);
        let stop = self.slice_bound(stop)?.map_or(if step > 0 { high } else { low }, clip);
        let distance = if step > 0 { stop - start } else { start - stop };
        let count = if distance <= 0 { 0 } else { ((distance - 1) / step.abs() + 1) as usize };
        Ok(Span { start, stop, step, count })
    }

    /// The position that `key` names in a sequence of `len` items. `what` is the beginning of the messages
    /// (`list`), `range` the text of the `IndexError`.
    pub fn position(&mut self, key: Value, len: usize, what: &str, range: &str) -> Res<usize> {
        let index = match key {
            Value::Int(n) => n,
            _ => match self.index_clamped(key)? {
                Some(n) if self.as_i64(key).is_some() => n,
                Some(_) => {
                    let class = self.class_name(key);
                    return Err(self.index_error(format!("cannot fit '{class}' into an index-sized integer")));
                }
                None => {
                    let class = self.class_name(key);
                    let message = match what {
                        "string" => format!("string indices must be integers, not '{class}'"),
                        _ => format!("{what} indices must be integers or slices, not {class}"),
                    };
                    return Err(self.type_error(message));
                }
            },
        };
        let at = if index < 0 { index.saturating_add(len as i64) } else { index };
        if at < 0 || at >= len as i64 {
            return Err(self.index_error(range));
        }
        Ok(at as usize)
    }
}
