//! `float`: construction, methods, attributes.

use super::super::native::{Args, Fail, NONE, Res, Tables};
use super::super::object::Data;
use super::super::ops::{Dunder, repr_bytes, repr_str};
use super::super::value::{Id, Value};
use super::super::{Vm, ty};
use super::int::new_class;
use super::slots::receiver;
use crate::natives;
use rustpython_common::float_ops::{HexFloatError, from_hex};
use rustpython_common::int::float_to_ratio;
use rustpython_common::str::transform_decimal_and_space_to_ascii;

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "float.is_integer" => |vm, args| {
            let x = me(vm, &args, "is_integer")?;
            Ok(Value::Bool(rustpython_literal::float::is_integer(x)))
        },
        "float.as_integer_ratio" => as_integer_ratio,
        "float.hex" => |vm, args| { let x = me(vm, &args, "hex")?; Ok(vm.str(rustpython_literal::float::to_hex(x))) },
        "float.conjugate" => |vm, args| me(vm, &args, "conjugate").map(Value::Float),
        "float.__float__" => |vm, args| me(vm, &args, "__float__").map(Value::Float),
        "float.__int__" => |vm, args| whole(vm, args, "__int__", |x| x),
        "float.__trunc__" => |vm, args| whole(vm, args, "__trunc__", |x| x),
        "float.__floor__" => |vm, args| whole(vm, args, "__floor__", f64::floor),
        "float.__ceil__" => |vm, args| whole(vm, args, "__ceil__", f64::ceil),
        "float.__round__" => round,
        "float.__getnewargs__" => |vm, args| {
            let x = me(vm, &args, "__getnewargs__")?;
            Ok(vm.tuple([Value::Float(x)]))
        },
    ],
    statics: natives!["float.__new__" => new],
    classmethods: natives!["float.fromhex" => fromhex, "float.__getformat__" => get_format],
    getters: natives![
        "float.real" => |vm, args| me(vm, &args, "real").map(Value::Float),
        "float.imag" => |_, _| Ok(Value::Float(0.0)),
    ],
    ..NONE
};

fn me(vm: &mut Vm, args: &Args, name: &str) -> Res<f64> {
    let this = receiver(vm, args, ty::FLOAT, name)?;
    vm.no_args(&format!("float.{name}"), args)?;
    Ok(vm.as_float(this).unwrap_or(0.0))
}

fn whole(vm: &mut Vm, args: Args, name: &str, shape: fn(f64) -> f64) -> Res {
    let x = me(vm, &args, name)?;
    let n = vm.int_of_float(shape(x))?;
    Ok(vm.int(n))
}

fn round(vm: &mut Vm, args: Args) -> Res {
    let this = receiver(vm, &args, ty::FLOAT, "__round__")?;
    vm.arity("__round__", &args, 1, 0, 1)?;
    let x = vm.as_float(this).unwrap_or(0.0);
    super::numeric::round_float(vm, x, args.get(1))
}

fn as_integer_ratio(vm: &mut Vm, args: Args) -> Res {
    let x = me(vm, &args, "as_integer_ratio")?;
    if x.is_nan() {
        return Err(vm.value_error("cannot convert NaN to integer ratio"));
    }
    match float_to_ratio(x) {
        Some((numerator, denominator)) if x.is_finite() => {
            let parts = [vm.int(numerator), vm.int(denominator)];
            Ok(vm.tuple(parts))
        }
        _ => Err(vm.overflow_error("cannot convert Infinity to integer ratio")),
    }
}

impl Vm {
    /// A float as an instance of `class`, which is `float` or derives from it.
    pub fn float_as(&mut self, class: Id, x: f64) -> Value {
        if class == ty::FLOAT { Value::Float(x) } else { self.new_instance(class, Data::Float(x)) }
    }
}

/// The float that a text spells, as `float()` reads it.
pub fn parse_float(text: &str) -> Option<f64> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || ('\x1c'..='\x1f').contains(&c));
    if text.is_empty() || !text.is_ascii() {
        return None;
    }
    let (sign, body) = match text.as_bytes()[0] {
        b'-' => (-1.0, &text[1..]),
        b'+' => (1.0, &text[1..]),
        _ => (1.0, text),
    };
    match body.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => return Some(sign * f64::INFINITY),
        "nan" => return Some(f64::NAN.copysign(sign)),
        _ => {}
    }
    // An underscore stands between two digits, as in a literal; otherwise Rust reads what Python reads.
    let bytes = body.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let well_placed = |at: usize| bytes[at] != b'_' || at > 0 && digit(at - 1) && digit(at + 1);
    let known = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-' | b'_');
    if !bytes.iter().all(known)
        || !(0..bytes.len()).all(well_placed)
        || matches!(bytes.first(), Some(b'+' | b'-'))
    {
        return None;
    }
    body.replace('_', "").parse::<f64>().ok().map(|x| sign * x)
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let class = new_class(vm, &args, ty::FLOAT)?;
    vm.arity("float", &args, 1, 0, 1)?;
    let x = args.get(1);
    if x.is_null() {
        return Ok(vm.float_as(class, 0.0));
    }
    if vm.overrides(x, Dunder::Float) {
        return Err(Fail::Python);
    }
    let text = match vm.data(x) {
        Some(Data::Str(text)) => {
            Some((transform_decimal_and_space_to_ascii(text).into_owned(), repr_str(text)))
        }
        Some(Data::Bytes(bytes)) => Some((String::from_utf8_lossy(bytes).into_owned(), repr_bytes(bytes))),
        Some(Data::ByteArray(bytes)) => {
            Some((String::from_utf8_lossy(bytes).into_owned(), format!("bytearray({})", repr_bytes(bytes))))
        }
        _ => None,
    };
    if let Some((text, shown)) = text {
        return match parse_float(&text) {
            Some(x) => Ok(vm.float_as(class, x)),
            None => Err(vm.value_error(format!("could not convert string to float: {shown}"))),
        };
    }
    match vm.number_of(x) {
        Ok(x) => Ok(vm.float_as(class, x)),
        Err(Fail::Raise(_)) if !vm.is_number(x) || vm.as_complex(x).is_some() => {
            let name = vm.class_name(x);
            Err(vm.type_error(format!("float() argument must be a string or a real number, not '{name}'")))
        }
        Err(other) => Err(other),
    }
}

/// `float.__getformat__(kind)`: how C's floating point types are laid out, which is the same on every machine here.
fn get_format(vm: &mut Vm, args: Args) -> Res {
    let (_, kind) = vm.one_arg("float.__getformat__", &args)?;
    match vm.as_str(kind).as_deref() {
        Some("double" | "float") => Ok(vm.str("IEEE, little-endian")),
        Some(_) => Err(vm.raise(ty::VALUE_ERROR, "__getformat__() argument 1 must be 'double' or 'float'")),
        None => {
            let class = vm.class_name(kind);
            Err(vm.type_error(format!("__getformat__() argument must be str, not {}", class.as_str())))
        }
    }
}

fn fromhex(vm: &mut Vm, args: Args) -> Res {
    let (class, text) = vm.one_arg("float.fromhex", &args)?;
    let Some(text) = vm.as_str(text) else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    match (from_hex(&text), class) {
        (Ok(x), Value::Obj(class)) => Ok(vm.float_as(class, x)),
        (Err(HexFloatError::TooLong), _) => Err(vm.value_error("hexadecimal string too long to convert")),
        (Err(HexFloatError::Overflow), _) => {
            Err(vm.overflow_error("hexadecimal value too large to represent as a float"))
        }
        _ => Err(vm.value_error("invalid hexadecimal floating-point string")),
    }
}
