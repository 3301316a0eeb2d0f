//! Equality of built-in data.
//!
//! [`Vm::eq`] is what containers use (the same object is equal to itself, as in `PyObject_RichCompareBool`);
//! [`Vm::same_data`] is what `==` means for built-in data of any class, or nothing where the types do not know
//! each other.

use super::super::dict::Dict;
use super::super::native::{Fail, Res};
use super::super::object::Data;
use super::super::value::Value;
use super::super::{Vm, ty};
use super::{Cmp, DEPTH_MAX, Dunder};
use malachite_bigint::BigInt;
use num_traits::ToPrimitive;
use rustpython_common::float_ops::eq_int;

/// `len(range(start, stop, step))`.
pub fn range_len(start: i64, stop: i64, step: i64) -> u64 {
    let (low, high, step) =
        if step > 0 { (start, stop, step.unsigned_abs()) } else { (stop, start, step.unsigned_abs()) };
    if low >= high { 0 } else { (high.wrapping_sub(low) as u64 - 1) / step + 1 }
}

impl Vm {
    /// True if `a` and `b` are the same object or equal: how containers compare.
    pub fn eq(&self, a: Value, b: Value) -> Res<bool> {
        self.eq_at(a, b, 0)
    }

    pub(super) fn eq_at(&self, a: Value, b: Value, depth: usize) -> Res<bool> {
        if a.is(b) {
            return Ok(true);
        }
        self.equal_at(a, b, depth)
    }

    /// `a == b` as the operator: a `nan` is not equal to itself.
    pub fn equal_at(&self, a: Value, b: Value, depth: usize) -> Res<bool> {
        match (a, b) {
            (Value::Int(x), Value::Int(y)) => return Ok(x == y),
            (Value::Float(x), Value::Float(y)) => return Ok(x == y),
            _ => {}
        }
        if self.eq_needs_python(a) || self.eq_needs_python(b) {
            return Err(Fail::Python);
        }
        Ok(self.same_data(a, b, depth)?.unwrap_or(a.is(b)))
    }

    fn eq_needs_python(&self, v: Value) -> bool {
        let Value::Obj(id) = v else { return false };
        let class = self.class(self.heap.get(id).class);
        // A metaclass with `__eq__`, a subclass of `dict` with one, and so on.
        class.flags.has_eq || class.flags.heap && self.overrides(v, Dunder::Eq)
    }

    /// Equality by data alone; `None` where the two kinds do not know each other.
    pub fn same_data(&self, a: Value, b: Value, depth: usize) -> Res<Option<bool>> {
        if depth > DEPTH_MAX {
            return Err(Fail::Python);
        }
        if let Some(same) = self.same_number(a, b) {
            return Ok(Some(same));
        }
        let (Value::Obj(left), Value::Obj(right)) = (a, b) else { return Ok(None) };
        let (left, right) = (self.heap.get(left), self.heap.get(right));
        Ok(Some(match (&left.data, &right.data) {
            (Data::Str(x), Data::Str(y)) => x == y,
            (Data::Bytes(x), Data::Bytes(y)) => x == y,
            (Data::Bytes(x), Data::ByteArray(y)) | (Data::ByteArray(y), Data::Bytes(x)) => x[..] == y[..],
            (Data::ByteArray(x), Data::ByteArray(y)) => x == y,
            (Data::Tuple(x), Data::Tuple(y)) => self.same_items(x, y, depth)?,
            (Data::List(x), Data::List(y)) => self.same_items(x, y, depth)?,
            (Data::Dict(x), Data::Dict(y)) => {
                let ordered = |class| self.is_subclass(class, ty::ORDERED_DICT);
                if ordered(left.class) && ordered(right.class) {
                    let keys = |t: &Dict| t.iter().map(|e| e.key).collect::<Vec<_>>();
                    self.same_items(&keys(x), &keys(y), depth)? && self.same_dicts(x, y, depth)?
                } else {
                    self.same_dicts(x, y, depth)?
                }
            }
            (Data::Set(x), Data::Set(y)) => x.len() == y.len() && self.all_in(x, y, depth)?,
            (Data::Deque { items: x, .. }, Data::Deque { items: y, .. }) => {
                let (x, y): (Vec<_>, Vec<_>) = (x.iter().copied().collect(), y.iter().copied().collect());
                self.same_items(&x, &y, depth)?
            }
            (Data::Range { start, stop, step }, Data::Range { start: start2, stop: stop2, step: step2 }) => {
                let (n, m) = (range_len(*start, *stop, *step), range_len(*start2, *stop2, *step2));
                n == m && (n == 0 || start == start2 && (n == 1 || step == step2))
            }
            (Data::Slice(x), Data::Slice(y)) => self.same_items(&x[..], &y[..], depth)?,
            (Data::Method { func, this }, Data::Method { func: func2, this: this2 }) => {
                func.is(*func2) && this.is(*this2)
            }
            (Data::Native { def, this }, Data::Native { def: def2, this: this2 }) => {
                std::ptr::eq(*def, *def2) && this.is(*this2)
            }
            (Data::Alias(x), Data::Alias(y)) => self.same_items(&x[..], &y[..], depth)?,
            (Data::WeakRef { target: Some(x), .. }, Data::WeakRef { target: Some(y), .. }) => {
                self.eq_at(Value::Obj(*x), Value::Obj(*y), depth + 1)?
            }
            (Data::MappingProxy(x), Data::MappingProxy(y)) => self.equal_at(*x, *y, depth + 1)?,
            (Data::MappingProxy(x), _) => self.equal_at(*x, b, depth + 1)?,
            (_, Data::MappingProxy(y)) => self.equal_at(a, *y, depth + 1)?,
            (Data::DictView { kind: 0 | 2, .. }, _) | (_, Data::DictView { kind: 0 | 2, .. }) if !a.is(b) => {
                // Sets of pairs that exist for the comparison only: the prelude builds them.
                return if self.set_like(a) && self.set_like(b) { Err(Fail::Python) } else { Ok(None) };
            }
            _ => return Ok(None),
        }))
    }

    fn set_like(&self, v: Value) -> bool {
        matches!(self.data(v), Some(Data::Set(_) | Data::DictView { kind: 0 | 2, .. }))
    }

    /// Numbers of any two kinds; `None` if one is no number.
    fn same_number(&self, a: Value, b: Value) -> Option<bool> {
        if let (Some(x), Some(y)) = (self.as_i64(a), self.as_i64(b)) {
            return Some(x == y);
        }
        if let (Some((re, im)), Some((re2, im2))) = (self.as_complex(a), self.as_complex(b)) {
            return Some(re == re2 && im == im2);
        }
        let complex = |v| matches!(self.data(v), Some(Data::Complex(..)));
        if complex(a) || complex(b) {
            let (complex, other) = if complex(a) { (a, b) } else { (b, a) };
            let (re, im) = self.as_complex(complex)?;
            let n = self.as_big(other)?;
            return Some(im == 0.0 && eq_int(re, &n));
        }
        match (self.as_float(a), self.as_float(b)) {
            (Some(x), Some(y)) => Some(x == y),
            (Some(x), None) => self.as_big(b).map(|n| eq_int(x, &n)),
            (None, Some(y)) => self.as_big(a).map(|n| eq_int(y, &n)),
            (None, None) => match (self.data(a)?, self.data(b)?) {
                (Data::Int(x), Data::Int(y)) => Some(x == y),
                _ => self.as_big(a).zip(self.as_big(b)).map(|(x, y): (BigInt, BigInt)| x == y),
            },
        }
    }

    /// The value as a complex number, if it is one, or a float, or an integer that a float holds exactly.
    pub fn as_complex(&self, v: Value) -> Option<(f64, f64)> {
        if let Some(Data::Complex(re, im)) = self.data(v) {
            return Some((*re, *im));
        }
        if !matches!(v, Value::Obj(_)) && !matches!(v, Value::Float(_) | Value::Int(_) | Value::Bool(_)) {
            return None;
        }
        match self.as_float(v) {
            Some(x) => Some((x, 0.0)),
            None => self
                .as_i64(v)
                .filter(|n| n.unsigned_abs() <= 1 << 53)
                .and_then(|n| n.to_f64())
                .map(|x| (x, 0.0)),
        }
    }

    fn same_items(&self, x: &[Value], y: &[Value], depth: usize) -> Res<bool> {
        if x.len() != y.len() {
            return Ok(false);
        }
        for (a, b) in x.iter().zip(y) {
            if !self.eq_at(*a, *b, depth + 1)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn same_dicts(&self, x: &Dict, y: &Dict, depth: usize) -> Res<bool> {
        if x.len() != y.len() {
            return Ok(false);
        }
        for entry in x.iter() {
            match self.find_key(y, entry.hash, entry.key, depth)? {
                Some(at) if self.eq_at(entry.value, y.at(at).value, depth + 1)? => {}
                _ => return Ok(false),
            }
        }
        Ok(true)
    }

    /// True if each key of `x` is in `y`.
    pub(super) fn all_in(&self, x: &Dict, y: &Dict, depth: usize) -> Res<bool> {
        for entry in x.iter() {
            if self.find_key(y, entry.hash, entry.key, depth)?.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Finds a key with a known hash in a table.
    pub fn find_key(&self, table: &Dict, hash: u64, key: Value, depth: usize) -> Res<Option<usize>> {
        let mut failure = None;
        let at = table.find(hash, |other| match self.eq_at(other, key, depth + 1) {
            Ok(same) => same,
            Err(error) => {
                failure = Some(error);
                true
            }
        });
        match failure {
            Some(error) => Err(error),
            None => Ok(at),
        }
    }
}

/// The result of `==` or `!=`, turned around for the latter.
pub(super) fn by_equality(op: Cmp, same: bool) -> bool {
    if op == Cmp::Ne { !same } else { same }
}
