//! `str`: construction, special methods, and the tables of its methods by what they do.
//!
//! Positions are counted in characters, as in Python; texts of ASCII alone are the fast case.
//! Lone surrogates are not supported: a text is valid Unicode.

pub mod case;
pub mod encode;
pub mod escapes;
pub mod find;
pub mod format;
pub mod pad;
pub mod split;
pub mod translate;

pub use encode::{bytes_of, codec_args, decode};

use super::super::native::{Args, Fail, NONE, Res, Tables};
use super::super::object::Data;
use super::super::ops::{Cmp, Operator};
use super::super::value::{Id, PyStr, Value};
use super::super::{Vm, ty};
use super::int::new_class;
use super::slots::{format as format_slot, hash, receiver, repr, rich, sequence};
use crate::natives;

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "str.__add__" => |vm, args| sequence(vm, args, ty::STR, Operator::Add, false),
        "str.__mul__" => |vm, args| sequence(vm, args, ty::STR, Operator::Multiply, false),
        "str.__rmul__" => |vm, args| sequence(vm, args, ty::STR, Operator::Multiply, false),
        "str.__mod__" => |vm, args| sequence(vm, args, ty::STR, Operator::Remainder, false),
        "str.__eq__" => |vm, args| rich(vm, args, ty::STR, Cmp::Eq),
        "str.__ne__" => |vm, args| rich(vm, args, ty::STR, Cmp::Ne),
        "str.__lt__" => |vm, args| rich(vm, args, ty::STR, Cmp::Lt),
        "str.__le__" => |vm, args| rich(vm, args, ty::STR, Cmp::Le),
        "str.__gt__" => |vm, args| rich(vm, args, ty::STR, Cmp::Gt),
        "str.__ge__" => |vm, args| rich(vm, args, ty::STR, Cmp::Ge),
        "str.__hash__" => |vm, args| hash(vm, args, ty::STR),
        "str.__repr__" => |vm, args| repr(vm, args, ty::STR),
        "str.__format__" => |vm, args| format_slot(vm, args, ty::STR),
        "str.__str__" => |vm, args| {
            let this = receiver(vm, &args, ty::STR, "__str__")?;
            let text = vm.str_data(this)?;
            Ok(if vm.class_of(this) == ty::STR { this } else { vm.str(text) })
        },
        "str.__getnewargs__" => |vm, args| {
            let text = text_of(vm, &args, "__getnewargs__")?;
            let text = vm.str(text);
            Ok(vm.tuple([text]))
        },
    ],
    statics: natives!["str.__new__" => new],
    ..NONE
};

/// The text of `self`.
pub fn text_of(vm: &mut Vm, args: &Args, name: &str) -> Res<PyStr> {
    let this = receiver(vm, args, ty::STR, name)?;
    vm.as_str(this).ok_or(Fail::Python)
}

/// A `str` argument of a method, or the `TypeError` that names it.
pub fn text_arg(vm: &mut Vm, v: Value, name: &str, place: usize) -> Res<PyStr> {
    match vm.as_str(v) {
        Some(text) => Ok(text),
        None => {
            let (given, place) =
                (vm.class_name(v), if place == 0 { String::new() } else { format!(" {place}") });
            Err(vm.type_error(format!("{name}() argument{place} must be str, not {given}")))
        }
    }
}

/// The place in bytes of a character, counted in characters; the end for places beyond it.
pub fn byte_at(text: &PyStr, chars: usize) -> usize {
    if text.is_ascii() {
        return chars.min(text.len());
    }
    text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at)
}

/// The place in characters of a place in bytes.
pub fn char_at(text: &PyStr, bytes: usize) -> usize {
    if text.is_ascii() { bytes } else { text[..bytes].chars().count() }
}

impl Vm {
    /// A text as an instance of `class`, which is `str` or derives from it.
    pub fn str_as(&mut self, class: Id, text: PyStr) -> Value {
        if class == ty::STR { self.str(text) } else { self.new_instance(class, Data::Str(text)) }
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let class = new_class(vm, &args, ty::STR)?;
    if args.kw.is_empty() {
        vm.arity("str", &args, 1, 0, 3)?;
    }
    let [object, encoding, errors] = vm.params("str", &args, 1, ["object", "encoding", "errors"], 0, 0)?;
    if encoding.is_null() && errors.is_null() {
        if object.is_null() {
            return Ok(vm.str_as(class, "".into()));
        }
        if class == ty::STR && vm.class_of(object) == ty::STR {
            return Ok(object);
        }
        let text = vm.to_str(object)?;
        return Ok(vm.str_as(class, text));
    }
    for (v, name) in [(encoding, "encoding"), (errors, "errors")] {
        if !v.is_null() && vm.as_str(v).is_none() {
            let given = vm.class_name(v);
            return Err(vm.type_error(format!("str() argument '{name}' must be str, not {given}")));
        }
    }
    if object.is_null() {
        return Ok(vm.str_as(class, "".into()));
    }
    let Some(bytes) = vm.bytes_like(object) else {
        if matches!(vm.data(object), Some(Data::Str(_))) {
            return Err(vm.type_error("decoding str is not supported"));
        }
        let given = vm.class_name(object);
        return Err(vm.type_error(format!("decoding to str: need a bytes-like object, {given} found")));
    };
    let encoding = vm.as_str(encoding).unwrap_or_else(|| "utf-8".into());
    let errors = vm.as_str(errors).unwrap_or_else(|| "strict".into());
    let text = decode(vm, &bytes, &encoding, &errors)?;
    Ok(vm.str_as(class, text.into()))
}
