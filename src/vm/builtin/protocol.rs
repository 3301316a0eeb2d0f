//! What the prelude's `op_…` functions need of native code, and `__repr__` of containers.

use super::super::Vm;
use super::super::native::{Args, NONE, Res, Tables};
use super::super::object::Data;
use super::super::ops::ascii_of;
use super::super::ty;
use super::super::value::Value;
use super::slots::repr;
use super::str::text_arg;
use crate::natives;

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "list.__repr__" => |vm, args| repr(vm, args, ty::LIST),
        "tuple.__repr__" => |vm, args| repr(vm, args, ty::TUPLE),
        "dict.__repr__" => |vm, args| repr(vm, args, ty::DICT),
        "set.__repr__" => |vm, args| repr(vm, args, ty::SET),
        "frozenset.__repr__" => |vm, args| repr(vm, args, ty::FROZENSET),
        "mappingproxy.__str__" => |vm, args| {
            let text = match vm.data(args.get(0)) {
                Some(&Data::MappingProxy(inner)) => vm.to_str(inner)?,
                _ => vm.repr(args.get(0))?,
            };
            Ok(vm.str(text))
        },
        "mappingproxy.__repr__" => |vm, args| repr(vm, args, ty::MAPPINGPROXY),
        "dict_keys.__repr__" => |vm, args| repr(vm, args, ty::DICT_KEYS),
        "dict_values.__repr__" => |vm, args| repr(vm, args, ty::DICT_VALUES),
        "dict_items.__repr__" => |vm, args| repr(vm, args, ty::DICT_ITEMS),
        "range.__repr__" => |vm, args| repr(vm, args, ty::RANGE),
        "slice.__repr__" => |vm, args| repr(vm, args, ty::SLICE),
        "function.__repr__" => |vm, args| repr(vm, args, ty::FUNCTION),
        "method.__repr__" => |vm, args| repr(vm, args, ty::METHOD),
    ],
    functions: natives![
        "prelude._is_sequence_slot" => |vm, args| Ok(Value::Bool(is_sequence_slot(vm, args.get(0)))),
        "prelude._ident" => |vm, _| Ok(Value::Int(i64::from(vm.th.id.0))),
        "prelude._address" => |vm, args| Ok(Value::Int(vm.address(args.get(0)) as i64)),
        "prelude._ascii_text" => |vm, args| {
            let text = text_arg(vm, args.get(0), "ascii", 0)?;
            Ok(vm.str(ascii_of(&text)))
        },
        "prelude._tuple_hash" => tuple_hash,
    ],
    ..NONE
};

/// True for `list.__add__` and the like, which CPython tries only after the numbers' own operators.
fn is_sequence_slot(vm: &Vm, raw: Value) -> bool {
    let Some(Data::Native { def, .. }) = vm.data(raw) else { return false };
    let Some((owner, name)) = def.name.rsplit_once('.') else { return false };
    matches!(owner.rsplit('.').next(), Some("list" | "tuple" | "str" | "bytes" | "bytearray" | "deque"))
        && matches!(name, "__add__" | "__mul__" | "__rmul__" | "__iadd__" | "__imul__")
}

/// The hash of a tuple whose items have these hashes.
fn tuple_hash(vm: &mut Vm, args: Args) -> Res {
    let mut sum = Vec::new();
    for item in vm.items(args.get(0)).unwrap_or(&[]).to_vec() {
        sum.push(vm.as_i64(item).unwrap_or(0) as u64);
    }
    Ok(Value::Int(super::super::ops::tuple_hash(sum.into_iter()) as i64))
}
