//! `math`: functions of integers of any size.

use super::math::{exactly, retry};
use crate::natives;
use crate::vm::native::{Args, Fail, NativeDef, Res};
use crate::vm::value::{PyStr, Value};
use crate::vm::{Vm, ty};
use malachite_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// The functions of this file.
pub const FUNCTIONS: &[NativeDef] = natives![
    "math.gcd" => |vm, args| fold(vm, "gcd", args, 0, gcd),
    "math.lcm" => |vm, args| fold(vm, "lcm", args, 1, lcm),
    "math.isqrt" => isqrt,
    "math.factorial" => factorial,
    "math.comb" => comb,
    "math.perm" => perm,
];

/// Bits of the largest result: 64 MB.
const BITS_MAX: f64 = 5e8;

fn integer(vm: &mut Vm, name: &str, args: Args, at: usize) -> Res<BigInt> {
    let value = args.pos[at];
    if let Some(n) = vm.as_big(value) {
        return Ok(n);
    }
    let class = vm.class_of(value);
    if vm.lookup(class, &PyStr::from("__index__")).is_some() {
        return Err(retry(vm, "_math_index", name, args));
    }
    let class = vm.class_name(value);
    Err(vm.type_error(format!("'{}' object cannot be interpreted as an integer", class.as_str())))
}

fn too_big(vm: &mut Vm) -> Fail {
    Fail::Raise(vm.exception(ty::MEMORY_ERROR, vec![]))
}

fn fold(vm: &mut Vm, name: &str, args: Args, start: i64, step: fn(BigInt, BigInt) -> BigInt) -> Res {
    if !args.kw.is_empty() {
        return Err(vm.type_error(format!("math.{name}() takes no keyword arguments")));
    }
    let mut total = BigInt::from(start);
    for at in 0..args.pos.len() {
        let n = integer(vm, name, args, at)?;
        total = step(total, n.abs());
    }
    Ok(vm.int(total))
}

fn gcd(mut a: BigInt, mut b: BigInt) -> BigInt {
    while !b.is_zero() {
        let rest = &a % &b;
        a = std::mem::replace(&mut b, rest);
    }
    a
}

fn lcm(a: BigInt, b: BigInt) -> BigInt {
    if a.is_zero() || b.is_zero() {
        return BigInt::zero();
    }
    let shared = gcd(a.clone(), b.clone());
    a / shared * b
}

fn isqrt(vm: &mut Vm, args: Args) -> Res {
    exactly(vm, "isqrt", args, 1)?;
    let n = integer(vm, "isqrt", args, 0)?;
    if n.is_negative() {
        return Err(vm.value_error("isqrt() argument must be nonnegative"));
    }
    Ok(vm.int(n.sqrt()))
}

/// The product of the numbers from `low` to `high`, by halves.
fn product(low: u64, high: u64) -> BigInt {
    if low > high {
        return BigInt::one();
    }
    if high - low < 8 {
        return (low..=high).map(BigInt::from).product();
    }
    let middle = low + (high - low) / 2;
    product(low, middle) * product(middle + 1, high)
}

fn factorial(vm: &mut Vm, args: Args) -> Res {
    exactly(vm, "factorial", args, 1)?;
    let n = integer(vm, "factorial", args, 0)?;
    if n.is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    match n.to_u64() {
        Some(n) if (n as f64) * (n as f64 + 1.0).log2() < BITS_MAX / 20.0 => Ok(vm.int(product(2, n))),
        Some(n) if n < i64::MAX as u64 => Err(too_big(vm)),
        _ => Err(vm.overflow_error("factorial() argument should not exceed 9223372036854775807")),
    }
}

/// n and k, both at least zero.
fn choice(vm: &mut Vm, name: &str, args: Args) -> Res<(BigInt, BigInt)> {
    let n = integer(vm, name, args, 0)?;
    let k = match args.get(1) {
        Value::Null | Value::None if name == "perm" => n.clone(),
        _ => integer(vm, name, args, 1)?,
    };
    if n.is_negative() {
        return Err(vm.value_error("n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(vm.value_error("k must be a non-negative integer"));
    }
    Ok((n, k))
}

fn falling(vm: &mut Vm, n: &BigInt, k: u64) -> Res<BigInt> {
    if k as f64 * n.bits() as f64 > BITS_MAX / 20.0 {
        return Err(too_big(vm));
    }
    if let Some(n) = n.to_u64() {
        return Ok(product(n - k + 1, n));
    }
    Ok((0..k).map(|i| n - BigInt::from(i)).product())
}

fn comb(vm: &mut Vm, args: Args) -> Res {
    exactly(vm, "comb", args, 2)?;
    let (n, k) = choice(vm, "comb", args)?;
    if k > n {
        return Ok(Value::Int(0));
    }
    let k = k.clone().min(&n - &k);
    let Some(k) = k.to_u64() else {
        return Err(vm.overflow_error("min(n - k, k) must not exceed 18446744073709551615"));
    };
    let above = falling(vm, &n, k)?;
    Ok(vm.int(above / product(2, k)))
}

fn perm(vm: &mut Vm, args: Args) -> Res {
    if !(1..=2).contains(&args.pos.len()) {
        let given = args.pos.len();
        let bound = if given == 0 { "at least 1 argument" } else { "at most 2 arguments" };
        return Err(vm.type_error(format!("perm expected {bound}, got {given}")));
    }
    let (n, k) = choice(vm, "perm", args)?;
    if k > n {
        return Ok(Value::Int(0));
    }
    let Some(k) = k.to_u64() else {
        return Err(vm.overflow_error("k must not exceed 18446744073709551615"));
    };
    let product = falling(vm, &n, k)?;
    Ok(vm.int(product))
}
