//! Integers and floats out of arguments: what CPython's `__index__` and `__float__` protocols give natively.

use super::Vm;
use super::native::{Fail, Res};
use super::ops::Dunder;
use super::value::Value;
use malachite_bigint::BigInt;
use num_traits::ToPrimitive;

impl Vm {
    /// The integer that a value is an index as: `TypeError` if it is none, `OverflowError` beyond 64 bits.
    pub fn as_index(&mut self, v: Value) -> Res<i64> {
        if let Some(n) = self.as_i64(v) {
            return Ok(n);
        }
        let n = self.index_of(v)?;
        match n.to_i64() {
            Some(n) => Ok(n),
            None => Err(self.overflow_error("cannot fit 'int' into an index-sized integer")),
        }
    }

    /// As [`Vm::as_index`], of any size.
    pub fn index_of(&mut self, v: Value) -> Res<BigInt> {
        if let Some(n) = self.as_big(v) {
            return Ok(n);
        }
        if self.has_dunder(v, Dunder::Index) {
            return Err(Fail::Python);
        }
        let name = self.class_name(v);
        Err(self.type_error(format!("'{name}' object cannot be interpreted as an integer")))
    }

    /// The float that a number is; `TypeError` "must be real number, not …" if it is none.
    pub fn number_of(&mut self, v: Value) -> Res<f64> {
        if let Some(x) = self.as_float(v) {
            return Ok(x);
        }
        if let Some(n) = self.as_i64(v) {
            return Ok(n as f64);
        }
        if let Some(n) = self.as_big(v) {
            return match super::ops::float_of_big(&n) {
                Some(x) => Ok(x),
                None => Err(self.overflow_error("int too large to convert to float")),
            };
        }
        if self.has_dunder(v, Dunder::Float) || self.has_dunder(v, Dunder::Index) {
            return Err(Fail::Python);
        }
        let name = self.class_name(v);
        Err(self.type_error(format!("must be real number, not {name}")))
    }

    /// An index as a position in a sequence of that length: negative ones count from the end, all are clipped.
    pub fn clip_index(&mut self, v: Value, default: usize, len: usize) -> Res<usize> {
        if v.is_null() || v.is_none() {
            return Ok(default);
        }
        let n = match self.index_of(v) {
            Ok(n) => n,
            Err(Fail::Raise(_)) => {
                return Err(
                    self.type_error("slice indices must be integers or None or have an __index__ method")
                );
            }
            Err(other) => return Err(other),
        };
        let len = len as i64;
        let n =
            n.to_i64().unwrap_or(if n.sign() == malachite_bigint::Sign::Minus { i64::MIN } else { i64::MAX });
        let n = if n < 0 { n.saturating_add(len) } else { n };
        Ok(n.clamp(0, len + 1) as usize)
    }
}
