//! Integer arithmetic: 64 bits first, big integers where that is not enough.

use super::super::native::{Fail, Res};
use super::super::value::Value;
use super::super::{Vm, ty};
use super::{OBJECT_BYTES_MAX, Operator};
use malachite_bigint::{BigInt, Sign};
use num_traits::{One, Signed, ToPrimitive, Zero};
use rustpython_common::int::true_div;

/// Most decimal digits that `str(int)` and `int(str)` convert: CPython's default since 3.11.
pub const DIGITS_MAX: i64 = 4300;

/// The least limit that may be set, besides none (Include/internal/pycore_long.h).
pub const DIGITS_MAX_LEAST: i64 = 640;

impl Vm {
    /// Most decimal digits that are converted; 0 if there is no limit. It is looked up only for numbers of so many bits
    /// that it can matter.
    pub fn digits_max(&self, bits: u64) -> usize {
        if bits <= 2_000 {
            return DIGITS_MAX_LEAST as usize;
        }
        match self.get_name(self.sys, &"_int_max_str_digits".into()) {
            Some(Value::Int(most)) => most as usize,
            _ => DIGITS_MAX as usize,
        }
    }
}

/// `x // y` for `y` other than 0.
pub fn floor_div(x: &BigInt, y: &BigInt) -> BigInt {
    let quotient = x / y;
    let rest = x - &quotient * y;
    if !rest.is_zero() && rest.is_negative() != y.is_negative() { quotient - BigInt::one() } else { quotient }
}

/// `x % y` for `y` other than 0.
pub fn floor_mod(x: &BigInt, y: &BigInt) -> BigInt {
    let rest = x % y;
    if !rest.is_zero() && rest.is_negative() != y.is_negative() { rest + y } else { rest }
}

/// `pow(base, exponent, modulus)` for an exponent that is not negative and a modulus other than 0.
pub fn pow_mod(base: &BigInt, exponent: &BigInt, modulus: &BigInt) -> BigInt {
    let size = modulus.abs();
    let base = floor_mod(base, &size);
    let power = base.modpow(exponent, &size);
    floor_mod(&power, modulus)
}

impl Vm {
    /// A `ZeroDivisionError`.
    pub fn zero_division(&mut self, message: &str) -> Fail {
        self.raise(ty::ZERO_DIVISION_ERROR, message)
    }

    /// Integer arithmetic on 64 bits; `None` for `@`.
    pub fn small_int(&mut self, op: Operator, x: i64, y: i64) -> Res<Option<Value>> {
        let small = match op {
            Operator::Add => x.checked_add(y),
            Operator::Subtract => x.checked_sub(y),
            Operator::Multiply => x.checked_mul(y),
            Operator::FloorDivide if y != 0 => x.checked_div_euclid(y).map(|_| floor_div_small(x, y)),
            Operator::Remainder if y > 0 => Some(x.rem_euclid(y)),
            Operator::And => Some(x & y),
            Operator::Or => Some(x | y),
            Operator::Xor => Some(x ^ y),
            Operator::Rshift if y >= 0 => Some(x >> y.min(63)),
            Operator::Lshift if (0..63).contains(&y) => x.checked_mul(1 << y),
            Operator::Power if (0..=63).contains(&y) || (0..=1).contains(&x) && y >= 0 => {
                x.checked_pow(y.min(64) as u32)
            }
            Operator::TrueDivide if y != 0 && exact(x) && exact(y) => {
                return Ok(Some(Value::Float(x as f64 / y as f64)));
            }
            Operator::MatrixMultiply => return Ok(None),
            _ => None,
        };
        match small {
            Some(n) => Ok(Some(Value::Int(n))),
            None => self.big_int(op, &BigInt::from(x), &BigInt::from(y)),
        }
    }

    /// Integer arithmetic of any size; `None` for `@`.
    pub fn big_int(&mut self, op: Operator, x: &BigInt, y: &BigInt) -> Res<Option<Value>> {
        let result = match op {
            Operator::Add => x + y,
            Operator::Subtract => x - y,
            Operator::Multiply => {
                self.check_bits(x.bits().saturating_add(y.bits()))?;
                x * y
            }
            Operator::FloorDivide if y.is_zero() => {
                return Err(self.zero_division("integer division or modulo by zero"));
            }
            Operator::FloorDivide => floor_div(x, y),
            Operator::Remainder if y.is_zero() => return Err(self.zero_division("integer modulo by zero")),
            Operator::Remainder => floor_mod(x, y),
            Operator::And => x & y,
            Operator::Or => x | y,
            Operator::Xor => x ^ y,
            Operator::Lshift | Operator::Rshift if y.is_negative() => {
                return Err(self.value_error("negative shift count"));
            }
            Operator::Lshift if x.is_zero() => BigInt::zero(),
            Operator::Lshift => {
                let count = y.to_u64().unwrap_or(u64::MAX);
                self.check_bits(x.bits().saturating_add(count))?;
                x << count
            }
            Operator::Rshift => match y.to_u64().filter(|count| *count <= x.bits()) {
                Some(count) => x >> count,
                None if x.is_negative() => -BigInt::one(),
                None => BigInt::zero(),
            },
            Operator::Power if y.is_negative() => return self.int_to_negative(x, y).map(Some),
            Operator::Power => self.int_power(x, y)?,
            Operator::TrueDivide => return self.int_true_div(x, y).map(Some),
            Operator::MatrixMultiply => return Ok(None),
        };
        Ok(Some(self.int(result)))
    }

    fn check_bits(&mut self, bits: u64) -> Res<()> {
        self.check_bytes(usize::try_from(bits / 8).unwrap_or(usize::MAX))
    }

    fn int_power(&mut self, x: &BigInt, y: &BigInt) -> Res<BigInt> {
        if y.is_zero() || x.is_one() {
            return Ok(BigInt::one());
        }
        if x.is_zero() {
            return Ok(BigInt::zero());
        }
        if x.abs().is_one() {
            return Ok(if y.bit(0) { x.clone() } else { BigInt::one() });
        }
        let exponent = y.to_u32().unwrap_or(u32::MAX);
        // `x.bits() - 1` bits at least: an estimate from below by no more than a factor of two.
        let bits = u64::from(exponent).saturating_mul(x.bits().saturating_sub(1).max(1));
        if bits / 8 > OBJECT_BYTES_MAX as u64 {
            return Err(self.memory_error());
        }
        Ok(x.pow(exponent))
    }

    fn int_to_negative(&mut self, x: &BigInt, y: &BigInt) -> Res {
        let (Some(x), Some(y)) = (super::float_of_big(x), super::float_of_big(y)) else {
            return Err(self.overflow_error("int too large to convert to float"));
        };
        match self.float_op(Operator::Power, x, y)? {
            Some(value) => Ok(value),
            None => Ok(Value::NotImplemented),
        }
    }

    fn int_true_div(&mut self, x: &BigInt, y: &BigInt) -> Res {
        if y.is_zero() {
            return Err(self.zero_division("division by zero"));
        }
        if x.is_zero() {
            // Zero has no sign of its own, but the result takes that of the divisor.
            return Ok(Value::Float(if y.sign() == Sign::Minus { -0.0 } else { 0.0 }));
        }
        let quotient = true_div(x, y);
        if quotient.is_infinite() {
            return Err(self.overflow_error("integer division result too large for a float"));
        }
        Ok(Value::Float(quotient))
    }
}

fn floor_div_small(x: i64, y: i64) -> i64 {
    let quotient = x / y;
    if x % y != 0 && (x < 0) != (y < 0) { quotient - 1 } else { quotient }
}

/// True if a float holds the number exactly.
fn exact(n: i64) -> bool {
    n.unsigned_abs() <= 1 << 53
}
