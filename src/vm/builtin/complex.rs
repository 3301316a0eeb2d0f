//! `complex`: construction, methods, attributes; and `None`'s own methods.

use super::super::native::{Args, Fail, NONE, Res, Tables};
use super::super::object::Data;
use super::super::ops::Dunder;
use super::super::value::{Id, Value};
use super::super::{Vm, ty};
use super::int::new_class;
use super::slots::receiver;
use crate::natives;

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "complex.conjugate" => |vm, args| { let (re, im) = me(vm, &args)?; Ok(vm.complex(re, -im)) },
        "complex.__complex__" => |vm, args| { let (re, im) = me(vm, &args)?; Ok(vm.complex(re, im)) },
        "complex.__getnewargs__" => |vm, args| {
            let (re, im) = me(vm, &args)?;
            Ok(vm.tuple([Value::Float(re), Value::Float(im)]))
        },
        "NoneType.__repr__" => |vm, _| Ok(vm.str("None")),
        "NoneType.__bool__" => |_, _| Ok(Value::Bool(false)),
        "NoneType.__hash__" => |vm, _| vm.hash(Value::None).map(|hash| Value::Int(hash as i64)),
    ],
    statics: natives![
        "complex.__new__" => new,
        "NoneType.__new__" => |_, _| Ok(Value::None),
    ],
    getters: natives![
        "complex.real" => |vm, args| me(vm, &args).map(|parts| Value::Float(parts.0)),
        "complex.imag" => |vm, args| me(vm, &args).map(|parts| Value::Float(parts.1)),
    ],
    ..NONE
};

fn me(vm: &mut Vm, args: &Args) -> Res<(f64, f64)> {
    let this = receiver(vm, args, ty::COMPLEX, "complex")?;
    Ok(vm.as_complex(this).unwrap_or((0.0, 0.0)))
}

fn made(vm: &mut Vm, class: Id, (re, im): (f64, f64)) -> Value {
    if class == ty::COMPLEX { vm.complex(re, im) } else { vm.new_instance(class, Data::Complex(re, im)) }
}

fn part(vm: &mut Vm, v: Value, place: &str) -> Res<(f64, f64)> {
    if vm.overrides(v, Dunder::Complex) || vm.overrides(v, Dunder::Float) {
        return Err(Fail::Python);
    }
    if let Some(Data::Complex(re, im)) = vm.data(v) {
        return Ok((*re, *im));
    }
    if vm.is_number(v) {
        return vm.number_of(v).map(|x| (x, 0.0));
    }
    if [Dunder::Complex, Dunder::Float, Dunder::Index].into_iter().any(|name| vm.has_dunder(v, name)) {
        return Err(Fail::Python);
    }
    let name = vm.class_name(v);
    let or_text = if place == "first" { "a string or " } else { "" };
    Err(vm.type_error(format!("complex() {place} argument must be {or_text}a number, not '{name}'")))
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let class = new_class(vm, &args, ty::COMPLEX)?;
    let [real, imag] = vm.params("complex", &args, 1, ["real", "imag"], 0, 0)?;
    if let Some(text) = vm.as_str(real) {
        if !imag.is_null() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        return match rustpython_literal::complex::parse_str(&text) {
            Some(parts) => Ok(made(vm, class, parts)),
            None => Err(vm.value_error("complex() arg is a malformed string")),
        };
    }
    if matches!(vm.data(imag), Some(Data::Str(_))) {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    let first = if real.is_null() { (0.0, 0.0) } else { part(vm, real, "first")? };
    let second = if imag.is_null() { (0.0, 0.0) } else { part(vm, imag, "second")? };
    Ok(made(vm, class, (first.0 - second.1, first.1 + second.0)))
}
