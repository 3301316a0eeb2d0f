//! `hash()`: CPython's rules for numbers and tuples, fixed hashes for text, identity for the rest.
//!
//! Nothing here depends on an address or a random seed: equal programs see equal hashes. The hashes of text are
//! not CPython's (which are random in each run).

use super::super::native::{Fail, Res};
use super::super::object::Data;
use super::super::value::{Id, PyStr, Value, address};
use super::super::{Vm, ty};
use super::{DEPTH_MAX, Dunder};
use rustpython_common::hash::{
    FrozenSetHash, HashSecret, IMAG, fix_sentinel, hash_bigint, hash_float, mod_int,
};

/// CPython's `hash(None)` since 3.12.
const NONE_HASH: u64 = 0xfca8_6420;

/// CPython's hash of a small integer.
fn hash_int(n: i64) -> u64 {
    fix_sentinel(mod_int(n)) as u64
}

/// The hash of an object by its identity: its address without the bits that are always 0, as in CPython.
fn hash_id(id: Id) -> u64 {
    address(Value::Obj(id)) >> 4
}

/// Python's `hash` of a text, as unsigned bits.
#[inline]
pub fn hash_str(text: &PyStr) -> u64 {
    fix_sentinel(text.hash64() as i64) as u64
}

impl Vm {
    /// The hash of a text.
    pub fn hash_str(&self, text: &PyStr) -> u64 {
        hash_str(text)
    }

    /// Python's `hash(v)` as unsigned bits.
    pub fn hash(&self, v: Value) -> Res<u64> {
        self.hash_at(v, 0)
    }

    fn hash_at(&self, v: Value, depth: usize) -> Res<u64> {
        match v {
            Value::Int(n) => return Ok(hash_int(n)),
            Value::Bool(b) => return Ok(u64::from(b)),
            Value::None | Value::Null => return Ok(NONE_HASH),
            Value::Float(x) => return Ok(hash_float(x).unwrap_or(0) as u64),
            Value::NotImplemented => return Ok(NONE_HASH + 1),
            Value::Ellipsis => return Ok(NONE_HASH + 2),
            Value::Obj(_) => {}
        }
        let Value::Obj(id) = v else { return Ok(0) };
        let object = self.heap.get(id);
        if let (Data::Str(text), ty::STR) = (&object.data, object.class) {
            return Ok(self.hash_str(text));
        }
        let class = self.class(object.class);
        if class.flags.has_hash {
            return Err(Fail::Python);
        }
        if class.flags.heap {
            match self.lookup(object.class, Dunder::Hash.name()) {
                Some(Value::None) => return Err(Fail::Unhashable(object.class)),
                Some(found) => match self.data(found) {
                    Some(Data::Native { def, .. }) if def.name == "object.__hash__" => {
                        return Ok(hash_id(id));
                    }
                    Some(Data::Native { .. }) => {}
                    _ => return Err(Fail::Python),
                },
                None => {}
            }
        }
        self.hash_data(id, depth)
    }

    /// The hash that follows from built-in data, whatever the class says.
    pub fn hash_data(&self, id: Id, depth: usize) -> Res<u64> {
        if depth > DEPTH_MAX {
            return Err(Fail::Python);
        }
        let object = self.heap.get(id);
        Ok(match &object.data {
            Data::Str(text) => self.hash_str(text),
            Data::SmallInt(n) => hash_int(*n),
            Data::Int(n) => fix_sentinel(hash_bigint(n)) as u64,
            Data::Float(x) => hash_float(*x).unwrap_or(0) as u64,
            Data::Complex(re, im) => {
                let re = hash_float(*re).unwrap_or(0);
                let im = hash_float(*im).unwrap_or(0);
                fix_sentinel(re.wrapping_add(im.wrapping_mul(IMAG))) as u64
            }
            Data::Bytes(bytes) => HashSecret::from_keys(0, 0).hash_bytes(bytes) as u64,
            Data::Tuple(items) => self.hash_items(items, depth)?,
            Data::Slice(items) => self.hash_items(&items[..], depth)?,
            Data::Alias(items) => self.hash_items(&items[..], depth)?,
            Data::Range { start, stop, step } => {
                let len = super::eq::range_len(*start, *stop, *step) as i64;
                let start = if len == 0 { Value::None } else { Value::Int(*start) };
                let step = if len <= 1 { Value::None } else { Value::Int(*step) };
                self.hash_items(&[Value::Int(len), start, step], depth)?
            }
            Data::Set(table) if self.is_subclass(object.class, ty::FROZENSET) => {
                let mut sum = FrozenSetHash::new(table.len());
                for entry in table.iter() {
                    sum.add(entry.hash as i64);
                }
                sum.finish() as u64
            }
            Data::Method { func, this } => {
                let this = match this {
                    Value::Obj(id) => hash_id(*id),
                    other => self.hash_at(*other, depth + 1)?,
                };
                fix_sentinel((self.hash_at(*func, depth + 1)? ^ this.rotate_left(7)) as i64) as u64
            }
            Data::Native { def, this } if !this.is_null() => {
                let this = match this {
                    Value::Obj(id) => hash_id(*id),
                    other => self.hash_at(*other, depth + 1)?,
                };
                this ^ self.hash_str(&def.name.into()).rotate_left(7)
            }
            Data::WeakRef { target: Some(target), .. } => self.hash_at(Value::Obj(*target), depth + 1)?,
            Data::List(_) | Data::Dict(_) | Data::Set(_) | Data::ByteArray(_) | Data::Deque { .. } => {
                return Err(Fail::Unhashable(object.class));
            }
            Data::WeakRef { target: None, hash, .. } if *hash != 0 => *hash,
            Data::WeakRef { .. } => return Err(Fail::Unhashable(object.class)),
            Data::DictView { kind: 0 | 2, .. } | Data::MappingProxy(_) => {
                return Err(Fail::Unhashable(object.class));
            }
            _ => hash_id(id),
        })
    }

    /// The hash of a tuple of these items.
    pub fn hash_items(&self, items: &[Value], depth: usize) -> Res<u64> {
        let mut lanes = Vec::with_capacity(items.len());
        for &item in items {
            lanes.push(self.hash_at(item, depth + 1)?);
        }
        Ok(tuple_hash(lanes.into_iter()))
    }
}

/// CPython's hash of a tuple (its variant of xxHash), from the hashes of its items.
pub fn tuple_hash(lanes: impl ExactSizeIterator<Item = u64>) -> u64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let len = lanes.len() as u64;
    let mut sum = PRIME_5;
    for lane in lanes {
        sum = sum.wrapping_add(lane.wrapping_mul(PRIME_2));
        sum = sum.rotate_left(31).wrapping_mul(PRIME_1);
    }
    sum = sum.wrapping_add(len ^ (PRIME_5 ^ 3_527_539));
    if sum == u64::MAX { 1_546_275_796 } else { sum }
}
