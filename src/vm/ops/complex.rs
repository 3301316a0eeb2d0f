//! Complex arithmetic, after Objects/complexobject.c, and the text of a complex number.

use super::super::native::Res;
use super::super::object::Data;
use super::super::value::Value;
use super::super::{Vm, ty};
use super::Operator;

type Complex = (f64, f64);

/// `repr(complex)`.
pub fn complex_text(re: f64, im: f64) -> String {
    rustpython_literal::complex::to_string(re, im)
}

fn divide(a: Complex, b: Complex) -> Option<Complex> {
    let (re, im) = (b.0.abs(), b.1.abs());
    if re >= im {
        if re == 0.0 {
            return None;
        }
        let ratio = b.1 / b.0;
        let denominator = b.0 + b.1 * ratio;
        Some(((a.0 + a.1 * ratio) / denominator, (a.1 - a.0 * ratio) / denominator))
    } else if im >= re {
        let ratio = b.0 / b.1;
        let denominator = b.0 * ratio + b.1;
        Some(((a.0 * ratio + a.1) / denominator, (a.1 * ratio - a.0) / denominator))
    } else {
        Some((f64::NAN, f64::NAN))
    }
}

fn multiply(a: Complex, b: Complex) -> Complex {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// `a ** b`, or nothing for zero to a negative or complex power.
pub fn complex_pow(a: Complex, b: Complex) -> Option<Complex> {
    if b == (0.0, 0.0) {
        return Some((1.0, 0.0));
    }
    if a == (0.0, 0.0) {
        return if b.1 != 0.0 || b.0 < 0.0 { None } else { Some((0.0, 0.0)) };
    }
    if b.1 == 0.0 && b.0.fract() == 0.0 && b.0.abs() <= 100.0 {
        let mut power = (1.0, 0.0);
        let mut square = a;
        let mut left = b.0.abs() as u32;
        while left > 0 {
            if left & 1 == 1 {
                power = multiply(power, square);
            }
            square = multiply(square, square);
            left >>= 1;
        }
        return if b.0 < 0.0 { divide((1.0, 0.0), power) } else { Some(power) };
    }
    let size = crate::vm::elementary::hypot(a.0, a.1);
    let mut length = crate::vm::elementary::pow(size, b.0);
    let angle = crate::vm::elementary::atan2(a.1, a.0);
    let mut phase = angle * b.0;
    if b.1 != 0.0 {
        length *= crate::vm::elementary::exp(-angle * b.1);
        phase += b.1 * crate::vm::elementary::log(size);
    }
    Some((length * crate::vm::elementary::cos(phase), length * crate::vm::elementary::sin(phase)))
}

impl Vm {
    /// Complex arithmetic; `None` for operators that complex numbers do not have.
    pub fn complex_op(&mut self, op: Operator, a: Complex, b: Complex) -> Res<Option<Value>> {
        let result = match op {
            Operator::Add => (a.0 + b.0, a.1 + b.1),
            Operator::Subtract => (a.0 - b.0, a.1 - b.1),
            Operator::Multiply => multiply(a, b),
            Operator::TrueDivide => match divide(a, b) {
                Some(result) => result,
                None => return Err(self.zero_division("complex division by zero")),
            },
            Operator::Power => match complex_pow(a, b) {
                Some(result) => result,
                None => return Err(self.zero_division("0.0 to a negative or complex power")),
            },
            _ => return Ok(None),
        };
        Ok(Some(self.complex(result.0, result.1)))
    }
    /// Makes a `complex`.
    pub fn complex(&mut self, re: f64, im: f64) -> Value {
        self.alloc(ty::COMPLEX, Data::Complex(re, im))
    }
}
