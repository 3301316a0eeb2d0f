//! What changes a `bytearray` in place.

use super::super::super::native::{Args, Fail, NONE, Res, Tables};
use super::super::super::object::Data;
use super::super::super::value::{Id, Value};
use super::super::super::{Vm, ty};
use super::super::slots::receiver;
use super::{byte_of, bytes_from};
use crate::natives;

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "bytearray.append" => append,
        "bytearray.extend" => extend,
        "bytearray.insert" => insert,
        "bytearray.pop" => pop,
        "bytearray.remove" => remove,
        "bytearray.reverse" => |vm, args| { change(vm, &args, "reverse", |bytes| bytes.reverse())?; Ok(Value::None) },
        "bytearray.clear" => |vm, args| { change(vm, &args, "clear", Vec::clear)?; Ok(Value::None) },
        "bytearray.copy" => |vm, args| {
            let (_, bytes) = super::me(vm, &args, "copy")?;
            Ok(vm.alloc(ty::BYTEARRAY, Data::ByteArray(bytes)))
        },
    ],
    ..NONE
};

fn me(vm: &mut Vm, args: &Args, name: &str) -> Res<Id> {
    match receiver(vm, args, ty::BYTEARRAY, name)? {
        Value::Obj(id) => Ok(id),
        _ => Err(Fail::Python),
    }
}

fn change(vm: &mut Vm, args: &Args, name: &str, edit: impl FnOnce(&mut Vec<u8>)) -> Res<()> {
    let id = me(vm, args, name)?;
    edit_bytes(vm, id, edit);
    Ok(())
}

fn edit_bytes(vm: &mut Vm, id: Id, edit: impl FnOnce(&mut Vec<u8>)) {
    if let Data::ByteArray(bytes) = &mut vm.heap.get_mut(id).data {
        edit(bytes);
    }
}

fn length(vm: &Vm, id: Id) -> usize {
    vm.byte_slice(Value::Obj(id)).map_or(0, <[u8]>::len)
}

fn append(vm: &mut Vm, args: Args) -> Res {
    let id = me(vm, &args, "append")?;
    let (_, item) = vm.one_arg("bytearray.append", &args)?;
    let byte = byte_of(vm, item, "byte")?;
    edit_bytes(vm, id, |bytes| bytes.push(byte));
    Ok(Value::None)
}

fn extend(vm: &mut Vm, args: Args) -> Res {
    let id = me(vm, &args, "extend")?;
    let (_, source) = vm.one_arg("bytearray.extend", &args)?;
    let more = bytes_from(vm, source, "byte")?;
    vm.check_bytes(length(vm, id) + more.len())?;
    edit_bytes(vm, id, |bytes| bytes.extend_from_slice(&more));
    Ok(Value::None)
}

fn insert(vm: &mut Vm, args: Args) -> Res {
    let id = me(vm, &args, "insert")?;
    vm.arity("insert", &args, 1, 2, 2)?;
    let len = length(vm, id);
    let at = vm.clip_index(args.get(1), 0, len)?.min(len);
    let byte = byte_of(vm, args.get(2), "byte")?;
    edit_bytes(vm, id, |bytes| bytes.insert(at, byte));
    Ok(Value::None)
}

/// A place in the array, or the `IndexError`.
fn place(vm: &mut Vm, id: Id, index: Value, message: &str) -> Res<usize> {
    let (n, len) = (vm.as_index(index)?, length(vm, id) as i64);
    let at = if n < 0 { n.saturating_add(len) } else { n };
    if (0..len).contains(&at) { Ok(at as usize) } else { Err(vm.index_error(message)) }
}

fn pop(vm: &mut Vm, args: Args) -> Res {
    let id = me(vm, &args, "pop")?;
    vm.arity("pop", &args, 1, 0, 1)?;
    if length(vm, id) == 0 {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    let at = place(vm, id, args.get(1).or(Value::Int(-1)), "pop index out of range")?;
    let mut byte = 0;
    edit_bytes(vm, id, |bytes| byte = bytes.remove(at));
    Ok(Value::Int(i64::from(byte)))
}

fn remove(vm: &mut Vm, args: Args) -> Res {
    let id = me(vm, &args, "remove")?;
    let (_, item) = vm.one_arg("bytearray.remove", &args)?;
    let byte = byte_of(vm, item, "byte")?;
    let at = vm.byte_slice(Value::Obj(id)).and_then(|bytes| bytes.iter().position(|b| *b == byte));
    match at {
        Some(at) => edit_bytes(vm, id, |bytes| {
            bytes.remove(at);
        }),
        None => return Err(vm.value_error("value not found in bytearray")),
    }
    Ok(Value::None)
}
