//! `math`: sums and lengths, exact up to one final rounding (Shewchuk 1997).

use super::math::{exactly, real, retry};
use crate::natives;
use crate::vm::Vm;
use crate::vm::native::{Args, Fail, NativeDef, Res};
use crate::vm::value::Value;
use malachite_bigint::BigInt;

/// The functions of this file.
pub const FUNCTIONS: &[NativeDef] = natives![
    "math.fsum" => fsum,
    "math.sumprod" => sumprod,
    "math.prod" => |vm, args| Err(prod(vm, args)),
    "math.hypot" => hypot,
    "math.dist" => dist,
];

/// A sum without rounding error: numbers that do not overlap, small ones first.
#[derive(Default)]
struct Exact {
    partials: Vec<f64>,
    special: f64,
}

impl Exact {
    fn add(&mut self, mut x: f64) {
        if !x.is_finite() {
            self.special += x;
            return;
        }
        let mut kept = 0;
        for at in 0..self.partials.len() {
            let mut y = self.partials[at];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                self.partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        self.partials.truncate(kept);
        self.partials.push(x);
    }

    /// Adds a product: its rounded value and what rounding took.
    fn add_product(&mut self, x: f64, y: f64) {
        let high = x * y;
        self.add(high);
        if high.is_finite() {
            self.add(libm::fma(x, y, -high));
        }
    }

    /// The nearest float.
    fn round(&self) -> f64 {
        if self.special != 0.0 || self.special.is_nan() {
            return self.special;
        }
        let mut rest = self.partials.iter().rev().copied();
        let Some(mut high) = rest.next() else { return 0.0 };
        let mut low = 0.0;
        while let Some(y) = rest.next() {
            let x = high;
            high = x + y;
            low = y - (high - x);
            if low != 0.0 {
                // Half way cases go the way of what is still below.
                if let Some(next) = rest.next()
                    && ((low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0))
                {
                    let double = low * 2.0;
                    let shifted = high + double;
                    if double == shifted - high {
                        high = shifted;
                    }
                }
                break;
            }
        }
        let _ = low;
        high
    }
}

/// Floats of all elements.
fn reals(vm: &mut Vm, how: &str, name: &str, args: Args, items: &[Value]) -> Res<Vec<f64>> {
    let mut floats = Vec::with_capacity(items.len());
    for item in items {
        match real(vm, *item) {
            Ok(x) => floats.push(x),
            Err(Fail::Python) => return Err(retry(vm, how, name, args)),
            Err(other) => return Err(other),
        }
    }
    Ok(floats)
}

fn gathered(vm: &mut Vm, name: &str, args: Args, at: usize) -> Res<Vec<Value>> {
    match vm.collect(args.pos[at]) {
        Err(Fail::Python) => Err(retry(vm, "_math_lists", name, args)),
        other => other,
    }
}

fn fsum(vm: &mut Vm, args: Args) -> Res {
    exactly(vm, "fsum", args, 1)?;
    let items = gathered(vm, "fsum", args, 0)?;
    let mut sum = Exact::default();
    let (mut inf, mut opposite) = (false, false);
    for x in reals(vm, "_math_lists", "fsum", args, &items)? {
        inf |= x == f64::INFINITY;
        opposite |= x == f64::NEG_INFINITY;
        sum.add(x);
    }
    if inf && opposite {
        return Err(vm.value_error("-inf + inf in fsum"));
    }
    let total = sum.round();
    if total.is_infinite() && !inf && !opposite {
        return Err(vm.overflow_error("intermediate overflow in fsum"));
    }
    Ok(Value::Float(total))
}

fn sumprod(vm: &mut Vm, args: Args) -> Res {
    exactly(vm, "sumprod", args, 2)?;
    let p = gathered(vm, "sumprod", args, 0)?;
    let q = gathered(vm, "sumprod", args, 1)?;
    if p.len() != q.len() {
        return Err(vm.value_error("Inputs are not the same length"));
    }
    let whole =
        |vm: &Vm, items: &[Value]| items.iter().map(|v| vm.as_big(*v)).collect::<Option<Vec<BigInt>>>();
    if let (Some(a), Some(b)) = (whole(vm, &p), whole(vm, &q)) {
        let total: BigInt = a.into_iter().zip(b).map(|(x, y)| x * y).sum();
        return Ok(vm.int(total));
    }
    let plain =
        |vm: &Vm, items: &[Value]| items.iter().all(|v| vm.as_float(*v).is_some() || vm.as_i64(*v).is_some());
    if !plain(vm, &p) || !plain(vm, &q) {
        return Err(retry(vm, "_math_sumprod", "sumprod", args));
    }
    let a = reals(vm, "_math_sumprod", "sumprod", args, &p)?;
    let b = reals(vm, "_math_sumprod", "sumprod", args, &q)?;
    let mut sum = Exact::default();
    a.into_iter().zip(b).for_each(|(x, y)| sum.add_product(x, y));
    Ok(Value::Float(sum.round()))
}

/// `prod` multiplies whatever it is given: the prelude does that.
fn prod(vm: &mut Vm, args: Args) -> Fail {
    if args.pos.len() != 1 {
        let given = args.pos.len();
        return vm.type_error(format!("prod() takes exactly 1 positional argument ({given} given)"));
    }
    let start = args.keyword("start").or(Value::Int(1));
    vm.slow("_math_prod", &[args.pos[0], start])
}

/// The Euclidean length, scaled so that no square overflows.
fn length(sizes: &[f64]) -> f64 {
    let largest = sizes.iter().fold(0.0f64, |a, b| a.max(b.abs()));
    if sizes.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if sizes.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 {
        return 0.0;
    }
    let (_, exponent) = libm::frexp(largest);
    let mut sum = Exact::default();
    for x in sizes {
        let scaled = libm::ldexp(*x, -exponent);
        sum.add_product(scaled, scaled);
    }
    // One correction step takes the square root's own rounding error out.
    let total = sum.round();
    let root = total.sqrt();
    sum.add_product(-root, root);
    libm::ldexp(root + sum.round() / (2.0 * root), exponent)
}

fn hypot(vm: &mut Vm, args: Args) -> Res {
    if !args.kw.is_empty() {
        return Err(vm.type_error("math.hypot() takes no keyword arguments"));
    }
    let sizes = reals(vm, "_math_real", "hypot", args, args.pos)?;
    Ok(Value::Float(length(&sizes)))
}

fn dist(vm: &mut Vm, args: Args) -> Res {
    exactly(vm, "dist", args, 2)?;
    let p = gathered(vm, "dist", args, 0)?;
    let q = gathered(vm, "dist", args, 1)?;
    if p.len() != q.len() {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let a = reals(vm, "_math_lists", "dist", args, &p)?;
    let b = reals(vm, "_math_lists", "dist", args, &q)?;
    let sizes: Vec<f64> = a.iter().zip(&b).map(|(x, y)| x - y).collect();
    Ok(Value::Float(length(&sizes)))
}
