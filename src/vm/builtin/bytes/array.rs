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
        "bytearray.__setitem__" => setitem,
        "bytearray.__delitem__" => delitem,
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
    let more = bytes_from(vm, source)?;
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
        Some(at) => edit_bytes(vm, id, |bytes| drop(bytes.remove(at))),
        None => return Err(vm.value_error("value not found in bytearray")),
    }
    Ok(Value::None)
}

/// Start, stop and step of a slice over that many bytes.
fn slice(vm: &mut Vm, id: Id, key: Value) -> Res<Option<Vec<usize>>> {
    let Some(Data::Slice(parts)) = vm.data(key) else { return Ok(None) };
    let [start, stop, step] = **parts;
    let len = length(vm, id) as i64;
    let step = if step.is_none() { 1 } else { vm.as_index(step)? };
    if step == 0 {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let (low, high) = if step > 0 { (0, len) } else { (-1, len - 1) };
    let mut bound = |v: Value, default: i64| -> Res<i64> {
        if v.is_none() {
            return Ok(default);
        }
        let n = vm.as_index(v)?;
        Ok((if n < 0 { n.saturating_add(len) } else { n }).clamp(low, high))
    };
    let (from, to) = if step > 0 { (low, high) } else { (high, low) };
    let (mut at, end) = (bound(start, from)?, bound(stop, to)?);
    let mut places = Vec::new();
    while if step > 0 { at < end } else { at > end } {
        places.push(at as usize);
        at = at.saturating_add(step);
    }
    if places.is_empty() && step == 1 {
        // Where an empty slice stands matters for what is put there.
        places.push(at as usize + vm.byte_slice(Value::Obj(id)).map_or(0, <[u8]>::len) + 1);
    }
    Ok(Some(places))
}

fn setitem(vm: &mut Vm, args: Args) -> Res {
    let id = me(vm, &args, "__setitem__")?;
    vm.slot_args("__setitem__", &args, 2)?;
    let (key, value) = (args.get(1), args.get(2));
    let Some(places) = slice(vm, id, key)? else {
        let at = place(vm, id, key, "bytearray index out of range")?;
        let byte = byte_of(vm, value, "byte")?;
        edit_bytes(vm, id, |bytes| bytes[at] = byte);
        return Ok(Value::None);
    };
    let new = bytes_from(vm, value)?;
    let len = length(vm, id);
    let contiguous = places.windows(2).all(|pair| pair[1] == pair[0] + 1);
    if contiguous {
        let range = match places[..] {
            [at] if at > len => at - len - 1..at - len - 1,
            [] => len..len,
            _ => places[0]..places[0] + places.len(),
        };
        vm.check_bytes(len + new.len())?;
        edit_bytes(vm, id, |bytes| drop(bytes.splice(range, new)));
    } else if places.len() == new.len() {
        edit_bytes(vm, id, |bytes| places.iter().zip(new).for_each(|(at, byte)| bytes[*at] = byte));
    } else {
        let message =
            format!("attempt to assign bytes of size {} to extended slice of size {}", new.len(), places.len());
        return Err(vm.value_error(message));
    }
    Ok(Value::None)
}

fn delitem(vm: &mut Vm, args: Args) -> Res {
    let id = me(vm, &args, "__delitem__")?;
    vm.slot_args("__delitem__", &args, 1)?;
    let mut places = match slice(vm, id, args.get(1))? {
        Some(places) => places,
        None => vec![place(vm, id, args.get(1), "bytearray index out of range")?],
    };
    let len = length(vm, id);
    places.retain(|at| *at < len);
    edit_bytes(vm, id, |bytes| {
        let mut at = 0;
        bytes.retain(|_| {
            at += 1;
            !places.contains(&(at - 1))
        });
    });
    Ok(Value::None)
}
