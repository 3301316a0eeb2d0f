//! Binary operators on built-in operands.
//!
//! [`Vm::binary`] is what the instruction does; [`Vm::binary_data`] looks at data only and is what a type's own
//! special method (`int.__add__`) does. What neither side knows is left to the prelude, which also words the
//! `TypeError`.

use super::super::Vm;
use super::super::native::{Fail, Res};
use super::super::object::Data;
use super::super::value::Value;
use super::{BinaryOp, Dunder, Operator};

impl Vm {
    /// `a op b`.
    pub fn binary(&mut self, op: BinaryOp, a: Value, b: Value) -> Res {
        if let (Value::Int(x), Value::Int(y)) = (a, b) {
            return match self.small_int(op.operator, x, y)? {
                Some(value) => Ok(value),
                None => Err(Fail::Python),
            };
        }
        if let (Value::Float(x), Value::Float(y)) = (a, b) {
            return match self.float_op(op.operator, x, y)? {
                Some(value) => Ok(value),
                None => Err(Fail::Python),
            };
        }
        if self.is_made(a) || self.is_made(b) {
            let [plain, reflected, in_place] = Dunder::of_binary(op.operator);
            let asked = |v| self.overrides(v, plain) || self.overrides(v, reflected);
            if asked(a) || asked(b) || (op.in_place && self.overrides(a, in_place)) {
                return Err(Fail::Python);
            }
        }
        match self.binary_data(op, a, b)? {
            Some(value) => Ok(value),
            None => Err(Fail::Python),
        }
    }

    /// `a op b` by data alone; `None` where the two kinds do not know each other (`NotImplemented`).
    pub fn binary_data(&mut self, op: BinaryOp, a: Value, b: Value) -> Res<Option<Value>> {
        if let Some(result) = self.number_op(op.operator, a, b)? {
            return Ok(Some(result));
        }
        match op.operator {
            Operator::Add => self.concat(a, b, op.in_place),
            Operator::Multiply => self.repeat(a, b, op.in_place),
            Operator::Remainder => match self.data(a) {
                Some(Data::Str(format)) => {
                    let format = format.clone();
                    let text = self.percent(&format, b)?;
                    Ok(Some(self.str(text)))
                }
                Some(Data::Bytes(_) | Data::ByteArray(_)) => self.percent_bytes(a, b).map(Some),
                _ => Ok(None),
            },
            Operator::Or | Operator::And | Operator::Subtract | Operator::Xor => self.table_op(op, a, b),
            _ => Ok(None),
        }
    }

    /// Arithmetic if both operands are numbers.
    pub fn number_op(&mut self, op: Operator, a: Value, b: Value) -> Res<Option<Value>> {
        if let (Value::Bool(x), Value::Bool(y)) = (a, b) {
            match op {
                Operator::And => return Ok(Some(Value::Bool(x & y))),
                Operator::Or => return Ok(Some(Value::Bool(x | y))),
                Operator::Xor => return Ok(Some(Value::Bool(x ^ y))),
                _ => {}
            }
        }
        if let (Some(x), Some(y)) = (self.as_i64(a), self.as_i64(b)) {
            return self.small_int(op, x, y);
        }
        if !self.is_number(a) || !self.is_number(b) {
            return Ok(None);
        }
        let complex = |v| matches!(self.data(v), Some(Data::Complex(..)));
        if complex(a) || complex(b) {
            let (x, y) = (self.complex_of(a)?, self.complex_of(b)?);
            return self.complex_op(op, x, y);
        }
        if self.as_float(a).is_some() || self.as_float(b).is_some() {
            let (x, y) = (self.float_of(a)?, self.float_of(b)?);
            return self.float_op(op, x, y);
        }
        let (Some(x), Some(y)) = (self.as_big(a), self.as_big(b)) else { return Ok(None) };
        self.big_int(op, &x, &y)
    }

    /// True for `int`, `bool`, `float`, `complex` and instances of subclasses.
    pub fn is_number(&self, v: Value) -> bool {
        match v {
            Value::Int(_) | Value::Bool(_) | Value::Float(_) => true,
            Value::Obj(_) => {
                matches!(
                    self.data(v),
                    Some(Data::Int(_) | Data::SmallInt(_) | Data::Float(_) | Data::Complex(..))
                )
            }
            _ => false,
        }
    }

    fn float_of(&mut self, v: Value) -> Res<f64> {
        if let Some(x) = self.as_float(v) {
            return Ok(x);
        }
        if let Some(n) = self.as_i64(v) {
            return Ok(n as f64);
        }
        let n = self.as_big(v).unwrap_or_default();
        match super::float_of_big(&n) {
            Some(x) => Ok(x),
            None => Err(self.overflow_error("int too large to convert to float")),
        }
    }

    fn complex_of(&mut self, v: Value) -> Res<(f64, f64)> {
        match self.data(v) {
            Some(Data::Complex(re, im)) => Ok((*re, *im)),
            _ => Ok((self.float_of(v)?, 0.0)),
        }
    }
}
