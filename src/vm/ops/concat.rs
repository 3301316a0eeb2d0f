//! `+` and `*` of sequences, with their in-place forms.

use super::super::native::{Fail, Res};
use super::super::object::Data;
use super::super::value::Value;
use super::super::{Vm, ty};
use std::sync::Arc;

impl Vm {
    /// `a + b` of sequences; `None` if `a` is none.
    pub fn concat(&mut self, a: Value, b: Value, in_place: bool) -> Res<Option<Value>> {
        let (Some(left), Value::Obj(id)) = (self.data(a), a) else { return Ok(None) };
        let made = match (left, self.data(b)) {
            (Data::Str(x), Some(Data::Str(y))) => {
                let (x, y) = (x.clone(), y.clone());
                if y.is_empty() && self.class_of(a) == ty::STR {
                    return Ok(Some(a));
                }
                self.check_bytes(x.len() + y.len())?;
                let mut text = String::with_capacity(x.len() + y.len());
                text.push_str(&x);
                text.push_str(&y);
                self.str(text)
            }
            (Data::List(_), _) if in_place => {
                let items = self.collect(b)?;
                let at = self.len(a)?;
                self.check_items(at + items.len())?;
                self.list_splice(id, at..at, &items);
                return Ok(Some(a));
            }
            (Data::List(x), Some(Data::List(y))) => {
                let items: Vec<Value> = x.iter().chain(y).copied().collect();
                self.check_items(items.len())?;
                self.list(items)
            }
            (Data::Tuple(x), Some(Data::Tuple(y))) => {
                if y.is_empty() && self.class_of(a) == ty::TUPLE {
                    return Ok(Some(a));
                }
                let items: Vec<Value> = x.iter().chain(y.iter()).copied().collect();
                self.check_items(items.len())?;
                self.tuple(items)
            }
            (Data::Bytes(_) | Data::ByteArray(_), _) => return self.concat_bytes(a, b, in_place),
            _ => return Ok(None),
        };
        Ok(Some(made))
    }

    fn concat_bytes(&mut self, a: Value, b: Value, in_place: bool) -> Res<Option<Value>> {
        let (Some(left), Some(right)) = (self.byte_slice(a), self.bytes_like(b)) else { return Ok(None) };
        let size = left.len() + right.len();
        let mut bytes = left.to_vec();
        self.check_bytes(size)?;
        if let (true, Value::Obj(id), Some(Data::ByteArray(_))) = (in_place, a, self.data(a)) {
            if let Data::ByteArray(target) = &mut self.heap.get_mut(id).data {
                target.extend_from_slice(&right);
            }
            return Ok(Some(a));
        }
        bytes.extend_from_slice(&right);
        Ok(Some(match self.data(a) {
            Some(Data::ByteArray(_)) => self.alloc(ty::BYTEARRAY, Data::ByteArray(bytes)),
            _ => self.bytes(&bytes),
        }))
    }

    /// The bytes of a `bytes` or `bytearray`.
    pub fn byte_slice(&self, v: Value) -> Option<&[u8]> {
        match self.data(v)? {
            Data::Bytes(bytes) => Some(bytes),
            Data::ByteArray(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// The bytes of a bytes-like object of the machine's own: as [`Vm::byte_slice`], or what a memoryview without gaps
    /// shows.
    pub fn bytes_like(&self, v: Value) -> Option<Vec<u8>> {
        match self.data(v)? {
            Data::Fields(parts) if self.class_of(v) == ty::MEMORYVIEW => {
                let number = |at: usize| self.as_i64(parts[at]).and_then(|n| usize::try_from(n).ok());
                let (start, length, size) = (number(2)?, number(3)?, number(6)?);
                let without_gaps = number(4) == Some(size) || length < 2;
                let bytes = self.byte_slice(parts[1])?.get(start..start + length * size)?;
                without_gaps.then(|| bytes.to_vec())
            }
            _ => self.byte_slice(v).map(<[u8]>::to_vec),
        }
    }

    /// `a * b` where one is a sequence and the other an integer; `None` otherwise.
    pub fn repeat(&mut self, a: Value, b: Value, in_place: bool) -> Res<Option<Value>> {
        let sequence = |v| {
            matches!(
                self.data(v),
                Some(Data::Str(_) | Data::List(_) | Data::Tuple(_) | Data::Bytes(_) | Data::ByteArray(_))
            )
        };
        let (seq, count) = if sequence(a) {
            (a, b)
        } else if sequence(b) {
            (b, a)
        } else {
            return Ok(None);
        };
        let count = match self.as_i64(count) {
            Some(n) => usize::try_from(n).unwrap_or(0),
            None if self.as_big(count).is_some() => {
                return Err(self.overflow_error("cannot fit 'int' into an index-sized integer"));
            }
            None => return Ok(None),
        };
        self.repeat_times(seq, count, in_place && seq == a).map(Some)
    }

    fn repeat_times(&mut self, seq: Value, count: usize, in_place: bool) -> Res {
        let Value::Obj(id) = seq else { return Err(Fail::Python) };
        match &self.heap.get(id).data {
            Data::Str(text) => {
                let text = text.clone();
                if count == 1 && self.class_of(seq) == ty::STR {
                    return Ok(seq);
                }
                self.check_bytes(text.len().saturating_mul(count))?;
                Ok(self.str(text.as_str().repeat(count)))
            }
            Data::Bytes(bytes) => {
                let bytes = Arc::clone(bytes);
                self.check_bytes(bytes.len().saturating_mul(count))?;
                Ok(self.bytes(&bytes.repeat(count)))
            }
            Data::ByteArray(bytes) => {
                let bytes = bytes.clone();
                self.check_bytes(bytes.len().saturating_mul(count))?;
                let repeated = bytes.repeat(count);
                if in_place {
                    if let Data::ByteArray(target) = &mut self.heap.get_mut(id).data {
                        *target = repeated;
                    }
                    return Ok(seq);
                }
                Ok(self.alloc(ty::BYTEARRAY, Data::ByteArray(repeated)))
            }
            Data::Tuple(items) => {
                let items = items.clone();
                if count == 1 && self.class_of(seq) == ty::TUPLE {
                    return Ok(seq);
                }
                self.check_items(items.len().saturating_mul(count))?;
                Ok(self.tuple(items.repeat(count)))
            }
            Data::List(items) => {
                let items = items.clone();
                self.check_items(items.len().saturating_mul(count))?;
                if !in_place {
                    return Ok(self.list(items.repeat(count)));
                }
                match count {
                    0 => self.list_splice(id, 0..items.len(), &[]),
                    n => self.list_splice(id, items.len()..items.len(), &items.repeat(n - 1)),
                }
                Ok(seq)
            }
            _ => Err(Fail::Python),
        }
    }
}
