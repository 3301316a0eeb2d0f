//! Order and equality as operators: `<`, `<=`, `==`, `!=`, `>`, `>=`.

use super::super::Vm;
use super::super::native::{Fail, Res};
use super::super::object::Data;
use super::super::value::Value;
use super::eq::by_equality;
use super::{Cmp, DEPTH_MAX, Dunder};
use rustpython_common::float_ops::{gt_int, lt_int};
use std::cmp::Ordering;

impl Vm {
    /// `a op b`.
    pub fn compare(&mut self, op: Cmp, a: Value, b: Value) -> Res {
        match (a, b) {
            (Value::Int(x), Value::Int(y)) => return Ok(Value::Bool(op.holds(x.cmp(&y)))),
            (Value::Float(x), Value::Float(y)) => return Ok(Value::Bool(float_holds(op, x, y))),
            _ => {}
        }
        match op {
            Cmp::Eq | Cmp::Ne => {
                if op == Cmp::Ne && (self.overrides(a, Dunder::Ne) || self.overrides(b, Dunder::Ne)) {
                    return Err(Fail::Python);
                }
                Ok(Value::Bool(by_equality(op, self.equal_at(a, b, 0)?)))
            }
            _ => match self.less_at(op, a, b, 0)? {
                Some(holds) => Ok(Value::Bool(holds)),
                None => Err(Fail::Python),
            },
        }
    }

    /// A rich comparison as `type.__lt__(a, b)` does it: `NotImplemented` where the kinds do not know each other.
    pub fn rich(&self, op: Cmp, a: Value, b: Value) -> Res {
        let holds = match op {
            Cmp::Eq | Cmp::Ne => self.same_data(a, b, 0)?.map(|same| by_equality(op, same)),
            _ => self.order_data(op, a, b, 0)?,
        };
        Ok(holds.map_or(Value::NotImplemented, Value::Bool))
    }

    fn less_at(&self, op: Cmp, a: Value, b: Value, depth: usize) -> Res<Option<bool>> {
        if self.overrides(a, Dunder::of_cmp(op)) || self.overrides(b, Dunder::of_cmp(op.reflected())) {
            return Err(Fail::Python);
        }
        self.order_data(op, a, b, depth)
    }

    /// `<`, `<=`, `>`, `>=` by data alone; `None` where the two kinds have no order.
    pub fn order_data(&self, op: Cmp, a: Value, b: Value, depth: usize) -> Res<Option<bool>> {
        if depth > DEPTH_MAX {
            return Err(Fail::Python);
        }
        if let Some(holds) = self.order_numbers(op, a, b) {
            return Ok(Some(holds));
        }
        let (Some(left), Some(right)) = (self.data(a), self.data(b)) else { return Ok(None) };
        let order = match (left, right) {
            (Data::Str(x), Data::Str(y)) => x.as_str().cmp(y.as_str()),
            (Data::Bytes(x), Data::Bytes(y)) => x.cmp(y),
            (Data::Bytes(x), Data::ByteArray(y)) => x[..].cmp(&y[..]),
            (Data::ByteArray(x), Data::Bytes(y)) => x[..].cmp(&y[..]),
            (Data::ByteArray(x), Data::ByteArray(y)) => x.cmp(y),
            (Data::Tuple(x), Data::Tuple(y)) => return self.order_items(op, x, y, depth),
            (Data::List(x), Data::List(y)) => return self.order_items(op, x, y, depth),
            (Data::Deque { items: x, .. }, Data::Deque { items: y, .. }) => {
                let (x, y): (Vec<_>, Vec<_>) = (x.iter().copied().collect(), y.iter().copied().collect());
                return self.order_items(op, &x, &y, depth);
            }
            (Data::Set(x), Data::Set(y)) => {
                return Ok(Some(match op {
                    Cmp::Le => x.len() <= y.len() && self.all_in(x, y, depth)?,
                    Cmp::Lt => x.len() < y.len() && self.all_in(x, y, depth)?,
                    Cmp::Ge => y.len() <= x.len() && self.all_in(y, x, depth)?,
                    _ => y.len() < x.len() && self.all_in(y, x, depth)?,
                }));
            }
            _ => return Ok(None),
        };
        Ok(Some(op.holds(order)))
    }

    fn order_numbers(&self, op: Cmp, a: Value, b: Value) -> Option<bool> {
        if let (Some(x), Some(y)) = (self.as_i64(a), self.as_i64(b)) {
            return Some(op.holds(x.cmp(&y)));
        }
        match (self.as_float(a), self.as_float(b)) {
            (Some(x), Some(y)) => Some(float_holds(op, x, y)),
            (Some(x), None) => {
                float_int_order(x, &self.as_big(b)?).map_or(Some(false), |o| Some(op.holds(o)))
            }
            (None, Some(y)) => {
                float_int_order(y, &self.as_big(a)?).map_or(Some(false), |o| Some(op.holds(o.reverse())))
            }
            (None, None) => self.as_big(a).zip(self.as_big(b)).map(|(x, y)| op.holds(x.cmp(&y))),
        }
    }

    fn order_items(&self, op: Cmp, x: &[Value], y: &[Value], depth: usize) -> Res<Option<bool>> {
        for (a, b) in x.iter().zip(y) {
            if !self.eq_at(*a, *b, depth + 1)? {
                // The first pair that differs decides; if it has no order, the error names that pair.
                return match self.less_at(op, *a, *b, depth + 1)? {
                    Some(holds) => Ok(Some(holds)),
                    None => Err(Fail::Python),
                };
            }
        }
        Ok(Some(op.holds(x.len().cmp(&y.len()))))
    }
}

fn float_holds(op: Cmp, x: f64, y: f64) -> bool {
    match x.partial_cmp(&y) {
        Some(order) => op.holds(order),
        None => op == Cmp::Ne,
    }
}

/// How a float stands to an integer; `None` for `nan`.
fn float_int_order(x: f64, n: &malachite_bigint::BigInt) -> Option<Ordering> {
    if x.is_nan() {
        None
    } else if lt_int(x, n) {
        Some(Ordering::Less)
    } else if gt_int(x, n) {
        Some(Ordering::Greater)
    } else {
        Some(Ordering::Equal)
    }
}
