//! `-x`, `+x`, `~x`, `abs(x)` of numbers.

use super::super::Vm;
use super::super::native::{Fail, Res};
use super::super::object::Data;
use super::super::value::Value;
use super::Dunder;
use malachite_bigint::BigInt;
use num_traits::{One, Signed};

impl Vm {
    /// `-v`.
    pub fn unary_neg(&mut self, v: Value) -> Res {
        match v {
            Value::Int(n) if n != i64::MIN => Ok(Value::Int(-n)),
            Value::Float(x) => Ok(Value::Float(-x)),
            _ => self.unary(v, Dunder::Neg),
        }
    }
    /// `+v`.
    pub fn unary_pos(&mut self, v: Value) -> Res {
        self.unary(v, Dunder::Pos)
    }
    /// `~v`.
    pub fn unary_invert(&mut self, v: Value) -> Res {
        self.unary(v, Dunder::Invert)
    }

    fn unary(&mut self, v: Value, op: Dunder) -> Res {
        if self.overrides(v, op) {
            return Err(Fail::Python);
        }
        match self.unary_data(v, op)? {
            Some(value) => Ok(value),
            None => Err(Fail::Python),
        }
    }

    /// `-`, `+`, `~` and `abs` by data alone; `None` if the operand is no number of the right kind.
    pub fn unary_data(&mut self, v: Value, op: Dunder) -> Res<Option<Value>> {
        if let Some(x) = self.as_float(v) {
            return Ok(match op {
                Dunder::Neg => Some(Value::Float(-x)),
                Dunder::Pos => Some(Value::Float(x)),
                Dunder::Abs => Some(Value::Float(x.abs())),
                _ => None,
            });
        }
        if let Some(Data::Complex(re, im)) = self.data(v) {
            let (re, im) = (*re, *im);
            return Ok(match op {
                Dunder::Neg => Some(self.complex(-re, -im)),
                Dunder::Pos => Some(self.complex(re, im)),
                Dunder::Abs => Some(Value::Float(crate::vm::elementary::hypot(re, im))),
                _ => None,
            });
        }
        let Some(n) = self.as_big(v) else { return Ok(None) };
        let result = match op {
            Dunder::Neg => -n,
            Dunder::Pos => n,
            Dunder::Abs => n.abs(),
            Dunder::Invert => -(n + BigInt::one()),
            _ => return Ok(None),
        };
        Ok(Some(self.int(result)))
    }
}
