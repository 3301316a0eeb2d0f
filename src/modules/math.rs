//! `math`: functions of real numbers (Modules/mathmodule.c).
//!
//! They come from `elementary.rs`, so that they give the same bits in every browser and natively. Integer functions are in
//! `math_integer.rs`, sums in `math_sum.rs`. A number that has `__float__` in Python is converted by the prelude.

use super::add_functions;
use crate::natives;
use crate::vm::native::{Args, Fail, NativeDef, Res};
use crate::vm::value::{Id, PyStr, Value};
use crate::vm::{Vm, elementary};
use malachite_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};
use std::f64::consts;

/// Its functions.
pub const FUNCTIONS: &[NativeDef] = natives![
    "math.sqrt" => |vm, args| one(vm, "sqrt", args, elementary::sqrt, false),
    "math.cbrt" => |vm, args| one(vm, "cbrt", args, elementary::cbrt, false),
    "math.exp" => |vm, args| one(vm, "exp", args, elementary::exp, true),
    "math.exp2" => |vm, args| one(vm, "exp2", args, elementary::exp2, true),
    "math.expm1" => |vm, args| one(vm, "expm1", args, elementary::expm1, true),
    "math.log1p" => |vm, args| one(vm, "log1p", args, elementary::log1p, false),
    "math.sin" => |vm, args| one(vm, "sin", args, elementary::sin, false),
    "math.cos" => |vm, args| one(vm, "cos", args, elementary::cos, false),
    "math.tan" => |vm, args| one(vm, "tan", args, elementary::tan, false),
    "math.asin" => |vm, args| one(vm, "asin", args, elementary::asin, false),
    "math.acos" => |vm, args| one(vm, "acos", args, elementary::acos, false),
    "math.atan" => |vm, args| one(vm, "atan", args, elementary::atan, false),
    "math.sinh" => |vm, args| one(vm, "sinh", args, elementary::sinh, true),
    "math.cosh" => |vm, args| one(vm, "cosh", args, elementary::cosh, true),
    "math.tanh" => |vm, args| one(vm, "tanh", args, elementary::tanh, false),
    "math.asinh" => |vm, args| one(vm, "asinh", args, elementary::asinh, false),
    "math.acosh" => |vm, args| one(vm, "acosh", args, elementary::acosh, false),
    "math.atanh" => |vm, args| one(vm, "atanh", args, elementary::atanh, false),
    "math.fabs" => |vm, args| one(vm, "fabs", args, f64::abs, false),
    "math.erf" => |vm, args| one(vm, "erf", args, elementary::erf, false),
    "math.erfc" => |vm, args| one(vm, "erfc", args, elementary::erfc, false),
    "math.gamma" => |vm, args| one(vm, "gamma", args, elementary::gamma, true),
    "math.lgamma" => |vm, args| one(vm, "lgamma", args, elementary::lgamma, true),
    "math.degrees" => |vm, args| one(vm, "degrees", args, |x| x * (180.0 / consts::PI), false),
    "math.radians" => |vm, args| one(vm, "radians", args, |x| x * (consts::PI / 180.0), false),
    "math.isnan" => |vm, args| ask(vm, "isnan", args, f64::is_nan),
    "math.isinf" => |vm, args| ask(vm, "isinf", args, f64::is_infinite),
    "math.isfinite" => |vm, args| ask(vm, "isfinite", args, f64::is_finite),
    "math.ulp" => |vm, args| one(vm, "ulp", args, ulp, true),
    "math.log" => log,
    "math.log2" => |vm, args| log_of(vm, "log2", args, elementary::log2, 1.0),
    "math.log10" => |vm, args| log_of(vm, "log10", args, elementary::log10, consts::LOG10_2),
    "math.pow" => pow,
    "math.atan2" => |vm, args| two(vm, "atan2", args).map(|(y, x)| Value::Float(elementary::atan2(y, x))),
    "math.copysign" => |vm, args| two(vm, "copysign", args).map(|(x, y)| Value::Float(x.copysign(y))),
    "math.fmod" => fmod,
    "math.remainder" => remainder,
    "math.nextafter" => nextafter,
    "math.fma" => fma,
    "math.modf" => modf,
    "math.frexp" => frexp,
    "math.ldexp" => ldexp,
    "math.isclose" => isclose,
    "math.ceil" => |vm, args| round(vm, "ceil", args, f64::ceil),
    "math.floor" => |vm, args| round(vm, "floor", args, f64::floor),
    "math.trunc" => |vm, args| round(vm, "trunc", args, f64::trunc),
];

/// Fills the module.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    add_functions(vm, dict, FUNCTIONS);
    add_functions(vm, dict, super::math_integer::FUNCTIONS);
    add_functions(vm, dict, super::math_sum::FUNCTIONS);
    for (name, value) in [
        ("pi", consts::PI),
        ("e", consts::E),
        ("tau", consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        vm.set_name(dict, &name.into(), Value::Float(value));
    }
    Ok(())
}

/// "math domain error".
fn domain(vm: &mut Vm) -> Fail {
    vm.value_error("math domain error")
}

/// "math range error".
fn range(vm: &mut Vm) -> Fail {
    vm.overflow_error("math range error")
}

/// Exactly `n` positional arguments.
pub fn exactly(vm: &mut Vm, name: &str, args: Args, n: usize) -> Res<()> {
    let given = args.pos.len();
    if !args.kw.is_empty() {
        return Err(vm.type_error(format!("math.{name}() takes no keyword arguments")));
    }
    match n {
        _ if given == n => Ok(()),
        1 => Err(vm.type_error(format!("math.{name}() takes exactly one argument ({given} given)"))),
        _ => Err(vm.type_error(format!("{name} expected {n} arguments, got {given}"))),
    }
}

/// Lets the prelude turn the arguments into plain numbers and call the function again.
pub fn retry(vm: &mut Vm, how: &str, name: &str, args: Args) -> Fail {
    let name = vm.str(name);
    let pos = vm.tuple(args.pos);
    vm.slow(how, &[name, pos])
}

/// The nearest float of an integer, if there is one.
pub fn big_float(n: &BigInt) -> Option<f64> {
    n.to_f64().filter(|x| x.is_finite())
}

/// A real number as a float. Fails with [`Fail::Python`] if it must be asked for `__float__`.
pub fn real(vm: &mut Vm, value: Value) -> Res<f64> {
    if let Some(x) = vm.as_float(value) {
        return Ok(x);
    }
    if let Some(n) = vm.as_i64(value) {
        return Ok(n as f64);
    }
    if let Some(n) = vm.as_big(value) {
        return match big_float(&n) {
            Some(x) => Ok(x),
            None => Err(vm.overflow_error("int too large to convert to float")),
        };
    }
    let class = vm.class_of(value);
    if ["__float__", "__index__"].iter().any(|name| vm.lookup(class, &PyStr::from(*name)).is_some()) {
        return Err(Fail::Python);
    }
    let name = vm.class_name(value);
    Err(vm.type_error(format!("must be real number, not {}", name.as_str())))
}

/// As [`real`], with the failure that asks the prelude to call `name` again.
fn argument(vm: &mut Vm, name: &str, args: Args, at: usize) -> Res<f64> {
    match real(vm, args.pos[at]) {
        Err(Fail::Python) => Err(retry(vm, "_math_real", name, args)),
        other => other,
    }
}

fn one(vm: &mut Vm, name: &str, args: Args, function: fn(f64) -> f64, overflows: bool) -> Res {
    exactly(vm, name, args, 1)?;
    let x = argument(vm, name, args, 0)?;
    let y = function(x);
    if y.is_nan() && !x.is_nan() {
        return Err(domain(vm));
    }
    if y.is_infinite() && x.is_finite() {
        let pole = matches!(name, "gamma" | "lgamma") && x <= 0.0;
        return Err(if overflows && !pole { range(vm) } else { domain(vm) });
    }
    Ok(Value::Float(y))
}

fn ask(vm: &mut Vm, name: &str, args: Args, question: fn(f64) -> bool) -> Res {
    exactly(vm, name, args, 1)?;
    let x = argument(vm, name, args, 0)?;
    Ok(Value::Bool(question(x)))
}

fn two(vm: &mut Vm, name: &str, args: Args) -> Res<(f64, f64)> {
    exactly(vm, name, args, 2)?;
    Ok((argument(vm, name, args, 0)?, argument(vm, name, args, 1)?))
}

fn ulp(x: f64) -> f64 {
    if !x.is_finite() {
        return x.abs();
    }
    let x = x.abs();
    let up = x.next_up();
    if up.is_infinite() { x - x.next_down() } else { up - x }
}

/// The logarithm of an integer of any size: `function(m) + e * scale` with the number as m times 2 to the e.
fn log_of(vm: &mut Vm, name: &str, args: Args, function: fn(f64) -> f64, scale: f64) -> Res {
    exactly(vm, name, args, 1)?;
    log_value(vm, name, args, 0, function, scale).map(Value::Float)
}

fn log_value(
    vm: &mut Vm,
    name: &str,
    args: Args,
    at: usize,
    function: fn(f64) -> f64,
    scale: f64,
) -> Res<f64> {
    if let Some(n) = vm.as_big(args.pos[at]) {
        if !n.is_positive() {
            return Err(domain(vm));
        }
        if let Some(x) = big_float(&n) {
            return Ok(function(x));
        }
        let shift = n.bits() - 64;
        let top = (n >> shift).to_u64().unwrap_or(u64::MAX) as f64;
        return Ok(function(top) + shift as f64 * scale);
    }
    let x = argument(vm, name, args, at)?;
    if x <= 0.0 {
        return Err(domain(vm));
    }
    Ok(function(x))
}

fn log(vm: &mut Vm, args: Args) -> Res {
    if !(1..=2).contains(&args.pos.len()) {
        let given = args.pos.len();
        let bound = if given == 0 { "at least 1 argument" } else { "at most 2 arguments" };
        return Err(vm.type_error(format!("log expected {bound}, got {given}")));
    }
    let x = log_value(vm, "log", args, 0, elementary::log, consts::LN_2)?;
    if args.pos.len() == 1 {
        return Ok(Value::Float(x));
    }
    let base = log_value(vm, "log", args, 1, elementary::log, consts::LN_2)?;
    if base == 0.0 {
        return Err(vm.raise(crate::vm::ty::ZERO_DIVISION_ERROR, "division by zero"));
    }
    Ok(Value::Float(x / base))
}

fn pow(vm: &mut Vm, args: Args) -> Res {
    let (x, y) = two(vm, "pow", args)?;
    let z = elementary::pow(x, y);
    if x.is_finite() && y.is_finite() {
        if z.is_nan() || (x == 0.0 && y < 0.0) {
            return Err(domain(vm));
        }
        if z.is_infinite() {
            return Err(range(vm));
        }
    }
    Ok(Value::Float(z))
}

fn fmod(vm: &mut Vm, args: Args) -> Res {
    let (x, y) = two(vm, "fmod", args)?;
    let z = x % y;
    if z.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain(vm));
    }
    Ok(Value::Float(z))
}

fn remainder(vm: &mut Vm, args: Args) -> Res {
    let (x, y) = two(vm, "remainder", args)?;
    let z = elementary::remainder(x, y);
    if z.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain(vm));
    }
    Ok(Value::Float(z))
}

fn nextafter(vm: &mut Vm, args: Args) -> Res {
    if args.pos.len() != 2 {
        let given = args.pos.len();
        return Err(vm.type_error(format!("nextafter expected 2 arguments, got {given}")));
    }
    let x = argument(vm, "nextafter", args, 0)?;
    let y = argument(vm, "nextafter", args, 1)?;
    let steps = match args.keyword("steps") {
        Value::Null | Value::None => 1,
        steps => vm.as_index(steps)?,
    };
    if steps < 0 {
        return Err(vm.value_error("steps must be a non-negative integer"));
    }
    if x.is_nan() || y.is_nan() {
        return Ok(Value::Float(f64::NAN));
    }
    // On the number line of bit patterns a step is one.
    let order = |x: f64| if x < 0.0 { -((x.abs().to_bits()) as i128) } else { x.to_bits() as i128 };
    let (from, to) = (order(if x == 0.0 { 0.0 } else { x }), order(if y == 0.0 { 0.0 } else { y }));
    let reached =
        if to >= from { (from + i128::from(steps)).min(to) } else { (from - i128::from(steps)).max(to) };
    if reached == to {
        return Ok(Value::Float(if steps == 0 { x } else { y }));
    }
    let z = f64::from_bits(reached.unsigned_abs() as u64);
    Ok(Value::Float(if reached < 0 { -z } else { z.copysign(if reached == 0 { x } else { 1.0 }) }))
}

fn fma(vm: &mut Vm, args: Args) -> Res {
    exactly(vm, "fma", args, 3)?;
    let x = argument(vm, "fma", args, 0)?;
    let y = argument(vm, "fma", args, 1)?;
    let z = argument(vm, "fma", args, 2)?;
    let r = elementary::fma(x, y, z);
    if r.is_nan() && !x.is_nan() && !y.is_nan() && !z.is_nan() {
        return Err(vm.value_error("invalid operation in fma"));
    }
    if r.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(vm.overflow_error("overflow in fma"));
    }
    Ok(Value::Float(r))
}

fn modf(vm: &mut Vm, args: Args) -> Res {
    exactly(vm, "modf", args, 1)?;
    let x = argument(vm, "modf", args, 0)?;
    let (part, whole) = match x {
        _ if x.is_infinite() => (0.0f64.copysign(x), x),
        _ if x.is_nan() => (x, x),
        _ => ((x - x.trunc()).copysign(x), x.trunc()),
    };
    Ok(vm.tuple(vec![Value::Float(part), Value::Float(whole)]))
}

fn frexp(vm: &mut Vm, args: Args) -> Res {
    exactly(vm, "frexp", args, 1)?;
    let x = argument(vm, "frexp", args, 0)?;
    let (m, e) = if x == 0.0 || !x.is_finite() { (x, 0) } else { elementary::frexp(x) };
    Ok(vm.tuple(vec![Value::Float(m), Value::Int(i64::from(e))]))
}

fn ldexp(vm: &mut Vm, args: Args) -> Res {
    exactly(vm, "ldexp", args, 2)?;
    let x = argument(vm, "ldexp", args, 0)?;
    let Some(e) = vm.as_big(args.pos[1]) else {
        return Err(vm.type_error("Expected an int as second argument to ldexp."));
    };
    if x == 0.0 || !x.is_finite() {
        return Ok(Value::Float(x));
    }
    let e =
        e.to_i64().map_or(if e.is_negative() { -100_000 } else { 100_000 }, |e| e.clamp(-100_000, 100_000));
    let y = elementary::ldexp(x, e as i32);
    if y.is_infinite() {
        return Err(range(vm));
    }
    Ok(Value::Float(y))
}

fn isclose(vm: &mut Vm, args: Args) -> Res {
    let keyword = |vm: &mut Vm, name: &str, default: f64| match args.keyword(name) {
        Value::Null => Ok(default),
        value => real(vm, value),
    };
    let at = |vm: &mut Vm, at: usize, name: &str| match args.get(at).or(args.keyword(name)) {
        Value::Null => {
            Err(vm.type_error(format!("isclose() missing required argument '{name}' (pos {})", at + 1)))
        }
        value => match real(vm, value) {
            Err(Fail::Python) => Err(retry(vm, "_math_real", "isclose", args)),
            other => other,
        },
    };
    let (a, b) = (at(vm, 0, "a")?, at(vm, 1, "b")?);
    let (relative, absolute) = (keyword(vm, "rel_tol", 1e-9)?, keyword(vm, "abs_tol", 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::Bool(true));
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::Bool(false));
    }
    let difference = (b - a).abs();
    let close =
        difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute;
    Ok(Value::Bool(close))
}

/// `ceil`, `floor` and `trunc`: an integer of any size.
fn round(vm: &mut Vm, name: &str, args: Args, function: fn(f64) -> f64) -> Res {
    exactly(vm, name, args, 1)?;
    let value = args.pos[0];
    if let Value::Int(_) = value {
        return Ok(value);
    }
    if vm.class_of(value) == crate::vm::ty::FLOAT {
        let x = vm.as_float(value).unwrap_or(0.0);
        return float_to_int(vm, function(x));
    }
    Err(retry(vm, "_math_round", name, args))
}

/// An integral float as an `int`.
fn float_to_int(vm: &mut Vm, x: f64) -> Res {
    if x.is_nan() {
        return Err(vm.value_error("cannot convert float NaN to integer"));
    }
    if x.is_infinite() {
        return Err(vm.overflow_error("cannot convert float infinity to integer"));
    }
    if x.abs() < 9e18 {
        return Ok(Value::Int(x as i64));
    }
    let (m, e) = elementary::frexp(x);
    let mantissa = BigInt::from((m * 9_007_199_254_740_992.0) as i64);
    Ok(vm.int(mantissa << ((e - 53) as usize)))
}
