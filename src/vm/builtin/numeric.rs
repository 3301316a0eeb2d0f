//! Built-in functions on numbers and characters: `abs`, `divmod`, `pow`, `round`, `hex`, `chr`, `hash`, …

use super::super::native::{Args, Fail, NONE, Res, Tables};
use super::super::ops::{Dunder, Operator, floor_div, floor_mod, pow_mod};
use super::super::value::Value;
use super::super::{Vm, ty};
use super::int::{radix_text, round_to_power};
use super::slots::receiver;
use crate::natives;
use crate::source::surrogate::{char_of, code_of};
use malachite_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};
use rustpython_common::float_ops;

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "int.__divmod__" => |vm, args| divmod_slot(vm, args, false),
        "int.__rdivmod__" => |vm, args| divmod_slot(vm, args, true),
        "float.__divmod__" => |vm, args| divmod_slot(vm, args, false),
        "float.__rdivmod__" => |vm, args| divmod_slot(vm, args, true),
    ],
    functions: natives![
        "abs" => abs,
        "divmod" => divmod,
        "pow" => pow,
        "round" => round,
        "hex" => |vm, args| radix(vm, args, "hex", 16, "0x"),
        "oct" => |vm, args| radix(vm, args, "oct", 8, "0o"),
        "bin" => |vm, args| radix(vm, args, "bin", 2, "0b"),
        "chr" => chr,
        "ord" => ord,
        "hash" => hash,
        "repr" => |vm, args| {
            let v = vm.only_arg("repr", &args)?;
            let text = vm.repr(v)?;
            Ok(vm.str(text))
        },
        "ascii" => |vm, args| {
            let v = vm.only_arg("ascii", &args)?;
            let text = vm.ascii(v)?;
            Ok(vm.str(text))
        },
        "format" => format,
    ],
    ..NONE
};

fn abs(vm: &mut Vm, args: Args) -> Res {
    let v = vm.only_arg("abs", &args)?;
    if vm.overrides(v, Dunder::Abs) {
        return Err(Fail::Python);
    }
    if let Some(result) = vm.unary_data(v, Dunder::Abs)? {
        return Ok(result);
    }
    if vm.has_dunder(v, Dunder::Abs) {
        return Err(Fail::Python);
    }
    let name = vm.class_name(v);
    Err(vm.type_error(format!("bad operand type for abs(): '{name}'")))
}

/// `divmod` of two real numbers; `None` if one is none.
fn divmod_numbers(vm: &mut Vm, a: Value, b: Value) -> Res<Option<Value>> {
    if let (Some(x), Some(y)) = (vm.as_big(a), vm.as_big(b)) {
        if y.is_zero() {
            return Err(vm.zero_division("integer division or modulo by zero"));
        }
        let parts = [vm.int(floor_div(&x, &y)), vm.int(floor_mod(&x, &y))];
        return Ok(Some(vm.tuple(parts)));
    }
    let real = |vm: &Vm, v| vm.as_float(v).is_some() || vm.as_big(v).is_some();
    if !real(vm, a) || !real(vm, b) {
        return Ok(None);
    }
    let (x, y) = (vm.number_of(a)?, vm.number_of(b)?);
    match float_ops::divmod(x, y) {
        Some((quotient, rest)) => Ok(Some(vm.tuple([Value::Float(quotient), Value::Float(rest)]))),
        None => Err(vm.zero_division("float divmod()")),
    }
}

fn divmod_slot(vm: &mut Vm, args: Args, reflected: bool) -> Res {
    let class = if vm.as_big(args.get(0)).is_some() { ty::INT } else { ty::FLOAT };
    let name = if reflected { Dunder::RdivMod } else { Dunder::DivMod }.name();
    let this = receiver(vm, &args, class, name)?;
    vm.slot_args(name, &args, 1)?;
    let other = args.get(1);
    if class == ty::INT && vm.as_big(other).is_none() {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = if reflected { (other, this) } else { (this, other) };
    Ok(divmod_numbers(vm, a, b)?.unwrap_or(Value::NotImplemented))
}

fn divmod(vm: &mut Vm, args: Args) -> Res {
    vm.arity("divmod", &args, 0, 2, 2)?;
    let (a, b) = (args.pos[0], args.pos[1]);
    let asked = |v| vm.overrides(v, Dunder::DivMod) || vm.overrides(v, Dunder::RdivMod);
    if asked(a) || asked(b) {
        return Err(Fail::Python);
    }
    divmod_numbers(vm, a, b)?.ok_or(Fail::Python)
}

fn pow(vm: &mut Vm, args: Args) -> Res {
    let [base, exponent, modulus] = vm.params("pow", &args, 0, ["base", "exp", "mod"], 2, 0)?;
    if modulus.is_null() || modulus.is_none() {
        if vm.is_number(base) && vm.is_number(exponent) {
            return vm.binary(Operator::Power.into(), base, exponent);
        }
        return Err(Fail::Python);
    }
    if [base, exponent, modulus].into_iter().any(|v| vm.overrides(v, Dunder::Pow)) {
        return Err(Fail::Python);
    }
    match power_mod(vm, base, exponent, modulus)? {
        Value::NotImplemented => Err(Fail::Python),
        result => Ok(result),
    }
}

/// `pow(base, exponent, modulus)`, or `NotImplemented` unless all are numbers.
pub fn power_mod(vm: &mut Vm, base: Value, exponent: Value, modulus: Value) -> Res {
    if modulus.is_none() {
        return Ok(vm.number_op(Operator::Power, base, exponent)?.unwrap_or(Value::NotImplemented));
    }
    let (Some(x), Some(y), Some(m)) = (vm.as_big(base), vm.as_big(exponent), vm.as_big(modulus)) else {
        if [base, exponent, modulus].into_iter().all(|v| vm.is_number(v)) {
            return Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
        }
        return Ok(Value::NotImplemented);
    };
    if m.is_zero() {
        return Err(vm.value_error("pow() 3rd argument cannot be 0"));
    }
    if !y.is_negative() {
        return Ok(vm.int(pow_mod(&x, &y, &m)));
    }
    match inverse(&x, &m.abs()) {
        Some(inverse) => Ok(vm.int(pow_mod(&inverse, &-y, &m))),
        None => Err(vm.value_error("base is not invertible for the given modulus")),
    }
}

/// The inverse of `x` modulo `m`, by Euclid's algorithm.
fn inverse(x: &BigInt, m: &BigInt) -> Option<BigInt> {
    let (mut a, mut b) = (floor_mod(x, m), m.clone());
    let (mut u, mut v) = (BigInt::one(), BigInt::zero());
    while !b.is_zero() {
        let quotient = &a / &b;
        (a, b) = (b.clone(), a - &quotient * &b);
        (u, v) = (v.clone(), u - &quotient * &v);
    }
    (a.is_one() || m.is_one()).then(|| floor_mod(&u, m))
}

fn round(vm: &mut Vm, args: Args) -> Res {
    let [number, digits] = vm.params("round", &args, 0, ["number", "ndigits"], 1, 0)?;
    if vm.overrides(number, Dunder::Round) {
        return Err(Fail::Python);
    }
    if let Some(x) = vm.as_float(number) {
        return round_float(vm, x, digits);
    }
    if vm.as_big(number).is_some() {
        return round_int(vm, number, digits);
    }
    if vm.has_dunder(number, Dunder::Round) {
        return Err(Fail::Python);
    }
    let name = vm.class_name(number);
    Err(vm.type_error(format!("type {name} doesn't define __round__ method")))
}

/// `round(int, digits)`.
pub fn round_int(vm: &mut Vm, number: Value, digits: Value) -> Res {
    let n = vm.as_big(number).unwrap_or_default();
    if digits.is_null() || digits.is_none() {
        return Ok(vm.int(n));
    }
    let digits = vm.as_index(digits)?;
    if digits >= 0 {
        return Ok(vm.int(n));
    }
    let places = digits.unsigned_abs();
    if places > n.bits() {
        return Ok(Value::Int(0));
    }
    Ok(vm.int(round_to_power(&n, places as u32)))
}

/// `round(float, digits)`: an `int` without digits, else a `float`.
pub fn round_float(vm: &mut Vm, x: f64, digits: Value) -> Res {
    if digits.is_null() || digits.is_none() {
        let n = vm.int_of_float(x.round_ties_even())?;
        return Ok(vm.int(n));
    }
    let digits = vm.as_index(digits)?.clamp(-400, 400) as i32;
    match float_ops::round_float_digits(x, digits) {
        Some(rounded) => Ok(Value::Float(rounded)),
        None => Err(vm.overflow_error("rounded value too large to represent")),
    }
}

fn radix(vm: &mut Vm, args: Args, name: &str, base: u32, prefix: &str) -> Res {
    let v = vm.only_arg(name, &args)?;
    let n = vm.index_of(v)?;
    Ok(vm.str(radix_text(&n, base, prefix)))
}

fn chr(vm: &mut Vm, args: Args) -> Res {
    let v = vm.only_arg("chr", &args)?;
    let n = vm.index_of(v)?;
    match n.to_u32().and_then(char_of) {
        Some(c) => Ok(vm.str(c.to_string())),
        None => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(vm: &mut Vm, args: Args) -> Res {
    let v = vm.only_arg("ord", &args)?;
    let len = if let Some(text) = vm.as_str(v) {
        if let (1, Some(c)) = (text.char_len(), text.char_at(0)) {
            return Ok(Value::Int(i64::from(code_of(c))));
        }
        text.char_len()
    } else if let Some(bytes) = vm.byte_slice(v) {
        if let [byte] = bytes {
            return Ok(Value::Int(i64::from(*byte)));
        }
        bytes.len()
    } else {
        let name = vm.class_name(v);
        return Err(vm.type_error(format!("ord() expected string of length 1, but {name} found")));
    };
    Err(vm.type_error(format!("ord() expected a character, but string of length {len} found")))
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let v = vm.only_arg("hash", &args)?;
    vm.hash(v).map(|hash| Value::Int(hash as i64))
}

fn format(vm: &mut Vm, args: Args) -> Res {
    vm.arity("format", &args, 0, 1, 2)?;
    let spec = match args.get(1) {
        Value::Null => "".into(),
        spec => match vm.as_str(spec) {
            Some(spec) => spec,
            None => {
                let name = vm.class_name(spec);
                return Err(vm.type_error(format!("format() argument 2 must be str, not {name}")));
            }
        },
    };
    let text = vm.format(args.pos[0], &spec)?;
    Ok(vm.str(text))
}
