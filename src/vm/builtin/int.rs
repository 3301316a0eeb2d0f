//! `int` and `bool`: construction, methods, attributes.

use super::super::native::{Args, Fail, NONE, Res, Tables};
use super::super::object::Data;
use super::super::ops::{Dunder, ascii_of, repr_bytes, repr_str};
use super::super::value::{Id, Value};
use super::super::{Vm, ty};
use super::slots::receiver;
use crate::natives;
use malachite_bigint::{BigInt, Sign};
use num_traits::{One, Signed, ToPrimitive, Zero};
use rustpython_common::int::{BytesToIntError, bytes_to_int};
use rustpython_common::str::transform_decimal_and_space_to_ascii;
use std::sync::Arc;

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "int.bit_length" => |vm, args| { let n = me(vm, &args, "bit_length")?; Ok(Value::Int(n.bits() as i64)) },
        "int.bit_count" => bit_count,
        "int.as_integer_ratio" => as_integer_ratio,
        "int.conjugate" => |vm, args| whole(vm, args, "conjugate"),
        "int.is_integer" => |vm, args| { me(vm, &args, "is_integer")?; Ok(Value::Bool(true)) },
        "int.to_bytes" => to_bytes,
        "int.__int__" => |vm, args| whole(vm, args, "__int__"),
        "int.__index__" => |vm, args| whole(vm, args, "__index__"),
        "int.__trunc__" => |vm, args| whole(vm, args, "__trunc__"),
        "int.__floor__" => |vm, args| whole(vm, args, "__floor__"),
        "int.__ceil__" => |vm, args| whole(vm, args, "__ceil__"),
        "int.__round__" => round,
        "int.__float__" => |vm, args| { let v = receiver(vm, &args, ty::INT, "__float__")?; vm.number_of(v).map(Value::Float) },
        "int.__getnewargs__" => |vm, args| { let n = me(vm, &args, "__getnewargs__")?; let n = vm.int(n); Ok(vm.tuple([n])) },
    ],
    statics: natives![
        "int.__new__" => new,
        "bool.__new__" => new_bool,
    ],
    classmethods: natives!["int.from_bytes" => from_bytes],
    getters: natives![
        "int.real" => |vm, args| whole(vm, args, "real"),
        "int.imag" => |_, _| Ok(Value::Int(0)),
        "int.numerator" => |vm, args| whole(vm, args, "numerator"),
        "int.denominator" => |_, _| Ok(Value::Int(1)),
    ],
    ..NONE
};

fn me(vm: &mut Vm, args: &Args, name: &str) -> Res<BigInt> {
    let this = receiver(vm, args, ty::INT, name)?;
    vm.no_args(&format!("int.{name}"), args)?;
    Ok(vm.as_big(this).unwrap_or_default())
}

fn whole(vm: &mut Vm, args: Args, name: &str) -> Res {
    let n = me(vm, &args, name)?;
    Ok(vm.int(n))
}

fn bit_count(vm: &mut Vm, args: Args) -> Res {
    let n = me(vm, &args, "bit_count")?;
    let ones: u32 = n.to_bytes_le().1.iter().map(|byte| byte.count_ones()).sum();
    Ok(Value::Int(i64::from(ones)))
}

fn as_integer_ratio(vm: &mut Vm, args: Args) -> Res {
    let n = me(vm, &args, "as_integer_ratio")?;
    let n = vm.int(n);
    Ok(vm.tuple([n, Value::Int(1)]))
}

/// `int.__round__`: to a power of ten, half to even.
fn round(vm: &mut Vm, args: Args) -> Res {
    let this = receiver(vm, &args, ty::INT, "__round__")?;
    vm.arity("__round__", &args, 1, 0, 1)?;
    super::numeric::round_int(vm, this, args.get(1))
}

impl Vm {
    /// An integer as an instance of `class`, which is `int` or derives from it.
    pub fn int_as(&mut self, class: Id, n: BigInt) -> Value {
        if class == ty::INT {
            return self.int(n);
        }
        let data = match n.to_i64() {
            Some(small) => Data::SmallInt(small),
            None => Data::Int(Arc::new(n)),
        };
        self.new_instance(class, data)
    }

    /// The integer that a text or bytes spell. `shown` is the argument as the error shows it.
    fn parse_int(&mut self, text: &[u8], base: u32, shown: &str) -> Res<BigInt> {
        let most = self.digits_max(text.len() as u64 * 4);
        match bytes_to_int(text, base, most) {
            Ok(n) => Ok(n),
            Err(BytesToIntError::InvalidBase) => {
                Err(self.value_error("int() base must be >= 2 and <= 36, or 0"))
            }
            Err(BytesToIntError::DigitLimit { got, .. }) => Err(self.value_error(format!(
                "Exceeds the limit ({most} digits) for integer string conversion: value has {got} digits; use \
                 sys.set_int_max_str_digits() to increase the limit"
            ))),
            Err(BytesToIntError::InvalidLiteral { base }) => {
                Err(self.value_error(format!("invalid literal for int() with base {base}: {shown}")))
            }
        }
    }
}

fn class_arg(vm: &mut Vm, args: &Args, base: Id, name: &str) -> Res<Id> {
    let name_of = vm.class(base).name.clone();
    match args.get(0) {
        Value::Obj(id) if vm.is_class(args.get(0)) => {
            if vm.is_subclass(id, base) {
                return Ok(id);
            }
            let got = vm.class(id).name.clone();
            Err(vm.type_error(format!("{name_of}.{name}({got}): {got} is not a subtype of {name_of}")))
        }
        Value::Null => Err(vm.type_error(format!("{name_of}.{name}(): not enough arguments"))),
        other => {
            let got = vm.class_name(other);
            Err(vm.type_error(format!("{name_of}.{name}(X): X is not a type object ({got})")))
        }
    }
}

/// The class argument of `__new__`, checked.
pub fn new_class(vm: &mut Vm, args: &Args, base: Id) -> Res<Id> {
    class_arg(vm, args, base, "__new__")
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let class = new_class(vm, &args, ty::INT)?;
    if args.kw.is_empty() {
        vm.arity("int", &args, 1, 0, 2)?;
    }
    let [x, base] = vm.params("int", &args, 1, ["x", "base"], 0, 1)?;
    if x.is_null() {
        if !base.is_null() {
            return Err(vm.type_error("int() missing string argument"));
        }
        return Ok(vm.int_as(class, BigInt::zero()));
    }
    let text = match vm.data(x) {
        Some(Data::Str(text)) => {
            let ascii = transform_decimal_and_space_to_ascii(text);
            Some((ascii.into_owned().into_bytes(), repr_str(text)))
        }
        Some(Data::Bytes(bytes)) => Some((bytes.to_vec(), repr_bytes(bytes))),
        Some(Data::ByteArray(bytes)) => Some((bytes.clone(), format!("bytearray({})", repr_bytes(bytes)))),
        _ => None,
    };
    if !base.is_null() {
        let base = vm.as_index(base)?;
        let Some((text, shown)) = text else {
            return Err(vm.type_error("int() can't convert non-string with explicit base"));
        };
        let n = vm.parse_int(&text, u32::try_from(base).unwrap_or(99), &shown)?;
        return Ok(vm.int_as(class, n));
    }
    if vm.overrides(x, Dunder::Int) {
        return Err(Fail::Python);
    }
    if let Some(n) = vm.as_big(x) {
        return Ok(vm.int_as(class, n));
    }
    if let Some(float) = vm.as_float(x) {
        let n = vm.int_of_float(float)?;
        return Ok(vm.int_as(class, n));
    }
    if let Some((text, shown)) = text {
        let n = vm.parse_int(&text, 10, &shown)?;
        return Ok(vm.int_as(class, n));
    }
    if [Dunder::Int, Dunder::Index, Dunder::Trunc].into_iter().any(|name| vm.has_dunder(x, name)) {
        return Err(Fail::Python);
    }
    let name = vm.class_name(x);
    Err(vm.type_error(format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{name}'"
    )))
}

fn new_bool(vm: &mut Vm, args: Args) -> Res {
    new_class(vm, &args, ty::BOOL)?;
    vm.arity("bool", &args, 1, 0, 1)?;
    match args.get(1) {
        Value::Null => Ok(Value::Bool(false)),
        v => vm.truth(v).map(Value::Bool),
    }
}

fn little(vm: &mut Vm, order: Value) -> Res<bool> {
    match vm.as_str(order).as_deref() {
        None if order.is_null() => Ok(false),
        Some("little") => Ok(true),
        Some("big") => Ok(false),
        Some(_) => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
        None => {
            let name = vm.class_name(order);
            Err(vm.type_error(format!("argument 'byteorder' must be str, not {name}")))
        }
    }
}

fn to_bytes(vm: &mut Vm, args: Args) -> Res {
    let this = receiver(vm, &args, ty::INT, "to_bytes")?;
    let [length, order, signed] = vm.params("to_bytes", &args, 1, ["length", "byteorder", "signed"], 0, 0)?;
    let n = vm.as_big(this).unwrap_or_default();
    let length = if length.is_null() { 1 } else { vm.as_index(length)? };
    let little = little(vm, order)?;
    let signed = !signed.is_null() && vm.truth(signed)?;
    if length < 0 {
        return Err(vm.value_error("length argument must be non-negative"));
    }
    if n.is_negative() && !signed {
        return Err(vm.overflow_error("can't convert negative int to unsigned"));
    }
    let length = length as usize;
    vm.check_bytes(length)?;
    let mut bytes = if signed { n.to_signed_bytes_le() } else { n.to_bytes_le().1 };
    while bytes.len() > length
        && bytes.last() == Some(&0)
        && (!signed || bytes.len() < 2 || bytes[bytes.len() - 2] < 0x80)
    {
        bytes.pop();
    }
    if bytes.len() > length {
        return Err(vm.overflow_error("int too big to convert"));
    }
    bytes.resize(length, if n.is_negative() { 0xff } else { 0 });
    if !little {
        bytes.reverse();
    }
    Ok(vm.bytes(&bytes))
}

fn from_bytes(vm: &mut Vm, args: Args) -> Res {
    let class = class_arg(vm, &args, ty::INT, "from_bytes")?;
    let [source, order, signed] =
        vm.params("from_bytes", &args, 1, ["bytes", "byteorder", "signed"], 1, 0)?;
    let little = little(vm, order)?;
    let signed = !signed.is_null() && vm.truth(signed)?;
    let mut bytes = super::bytes::bytes_from(vm, source, "bytes")?;
    if !little {
        bytes.reverse();
    }
    let n =
        if signed { BigInt::from_signed_bytes_le(&bytes) } else { BigInt::from_bytes_le(Sign::Plus, &bytes) };
    if class == ty::INT {
        return Ok(vm.int(n));
    }
    let n = vm.int(n);
    Err(Fail::Call(Box::new(super::super::native::CallSpec {
        callable: Value::Obj(class),
        pos: vec![n],
        kw: vec![],
    })))
}

/// The digits of `n` in a base of 2, 8 or 16, with its prefix.
pub fn radix_text(n: &BigInt, base: u32, prefix: &str) -> String {
    let sign = if n.is_negative() { "-" } else { "" };
    ascii_of(&format!("{sign}{prefix}{}", n.abs().to_str_radix(base)))
}

/// `n` rounded to a multiple of `10 ** places`, half to even.
pub fn round_to_power(n: &BigInt, places: u32) -> BigInt {
    let unit = BigInt::from(10).pow(places);
    let below = super::super::ops::floor_div(n, &unit);
    let twice = (n - &below * &unit) * 2;
    let up = twice > unit || twice == unit && below.bit(0);
    (if up { below + BigInt::one() } else { below }) * unit
}
