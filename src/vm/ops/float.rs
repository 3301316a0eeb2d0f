//! Float arithmetic and the text of a float.
//!
//! Powers come from the `libm` crate, not from the host, so that they are the same on every machine.

use super::super::native::Fail;
use super::super::native::Res;
use super::super::value::Value;
use super::super::{Vm, ty};
use super::Operator;
use malachite_bigint::BigInt;
use num_traits::ToPrimitive;
use rustpython_common::float_ops;

/// The nearest float, unless the integer is too large.
pub fn float_of_big(n: &BigInt) -> Option<f64> {
    n.to_f64().filter(|x| x.is_finite())
}

/// `repr(float)`.
pub fn float_text(x: f64) -> String {
    rustpython_literal::float::to_string(x)
}

impl Vm {
    /// Float arithmetic; `None` for operators that floats do not have.
    pub fn float_op(&mut self, op: Operator, x: f64, y: f64) -> Res<Option<Value>> {
        let result = match op {
            Operator::Add => x + y,
            Operator::Subtract => x - y,
            Operator::Multiply => x * y,
            Operator::TrueDivide if y == 0.0 => return Err(self.zero_division("float division by zero")),
            Operator::TrueDivide => x / y,
            Operator::FloorDivide => match float_ops::floordiv(x, y) {
                Some(result) => result,
                None => return Err(self.zero_division("float floor division by zero")),
            },
            Operator::Remainder => match float_ops::mod_(x, y) {
                Some(result) => result,
                None => return Err(self.zero_division("float modulo by zero")),
            },
            Operator::Power => return self.float_power(x, y).map(Some),
            _ => return Ok(None),
        };
        Ok(Some(Value::Float(result)))
    }

    fn float_power(&mut self, x: f64, y: f64) -> Res {
        if x == 0.0 && y < 0.0 {
            return Err(self.zero_division("0.0 cannot be raised to a negative power"));
        }
        if x < 0.0 && x.is_finite() && y.is_finite() && y.fract() != 0.0 {
            let Some(power) = super::complex_pow((x, 0.0), (y, 0.0)) else {
                return Err(self.zero_division("0.0 cannot be raised to a negative power"));
            };
            return Ok(self.alloc(ty::COMPLEX, super::super::object::Data::Complex(power.0, power.1)));
        }
        let result = crate::vm::elementary::pow(x, y);
        if result.is_infinite() && x.is_finite() && y.is_finite() {
            return Err(self.range_error());
        }
        Ok(Value::Float(result))
    }

    /// `OverflowError: (34, 'Numerical result out of range')`.
    pub fn range_error(&mut self) -> Fail {
        let message = self.str("Numerical result out of range");
        Fail::Raise(self.exception(ty::OVERFLOW_ERROR, vec![Value::Int(34), message]))
    }
}
