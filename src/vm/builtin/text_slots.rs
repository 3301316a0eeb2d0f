//! The special methods by which `str`, `bytes` and `bytearray` are containers.

use crate::natives;
use crate::vm::native::{Args, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};

pub const TABLES: Tables = Tables {
    methods: natives![
        "str.__len__" => |vm, args| len(vm, args, ty::STR),
        "str.__getitem__" => |vm, args| getitem(vm, args, ty::STR),
        "str.__contains__" => |vm, args| contains(vm, args, ty::STR),
        "str.__iter__" => |vm, args| iter(vm, args, ty::STR),
        "bytes.__len__" => |vm, args| len(vm, args, ty::BYTES),
        "bytes.__getitem__" => |vm, args| getitem(vm, args, ty::BYTES),
        "bytes.__contains__" => |vm, args| contains(vm, args, ty::BYTES),
        "bytes.__iter__" => |vm, args| iter(vm, args, ty::BYTES),
        "bytearray.__len__" => |vm, args| len(vm, args, ty::BYTEARRAY),
        "bytearray.__getitem__" => |vm, args| getitem(vm, args, ty::BYTEARRAY),
        "bytearray.__contains__" => |vm, args| contains(vm, args, ty::BYTEARRAY),
        "bytearray.__iter__" => |vm, args| iter(vm, args, ty::BYTEARRAY),
        "bytearray.__setitem__" => setitem,
        "bytearray.__delitem__" => delitem,
    ],
    ..NONE
};

fn own(vm: &mut Vm, args: Args, class: Id) -> Res {
    let this = args.get(0);
    let fits = matches!(vm.data(this), Some(Data::Str(_) | Data::Bytes(_) | Data::ByteArray(_)));
    if fits && vm.is_instance(this, class) {
        return Ok(this);
    }
    let wanted = vm.class(class).name.clone();
    Err(vm.type_error(format!("descriptor requires a '{wanted}' object")))
}

fn len(vm: &mut Vm, args: Args, class: Id) -> Res {
    let this = own(vm, args, class)?;
    Ok(Value::Int(vm.len_data(this)? as i64))
}

fn getitem(vm: &mut Vm, args: Args, class: Id) -> Res {
    let key = vm.takes_one("str.__getitem__", args)?;
    let this = own(vm, args, class)?;
    vm.getitem_data(this, key)
}

fn contains(vm: &mut Vm, args: Args, class: Id) -> Res {
    let item = vm.takes_one("str.__contains__", args)?;
    let this = own(vm, args, class)?;
    vm.contains_data(this, item).map(Value::Bool)
}

fn iter(vm: &mut Vm, args: Args, class: Id) -> Res {
    let this = own(vm, args, class)?;
    vm.iter_data(this)
}

fn setitem(vm: &mut Vm, args: Args) -> Res {
    vm.some_args("bytearray.__setitem__", args, 2, 2)?;
    let this = own(vm, args, ty::BYTEARRAY)?;
    vm.setitem_data(this, args.pos[1], args.pos[2])?;
    Ok(Value::None)
}

fn delitem(vm: &mut Vm, args: Args) -> Res {
    let key = vm.takes_one("bytearray.__delitem__", args)?;
    let this = own(vm, args, ty::BYTEARRAY)?;
    vm.delitem_data(this, key)?;
    Ok(Value::None)
}
