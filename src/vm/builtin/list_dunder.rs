//! Special methods of `list` and `tuple`, and the other methods of `tuple`.
//!
//! They go by the data alone, so that a subclass may call them from its own methods.

use crate::natives;
use crate::vm::native::{Args, NONE, Res, Tables};
use crate::vm::object::{Data, IterData};
use crate::vm::ops::{BinaryOp, Cmp, Operator};
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};

pub const TABLES: Tables = Tables {
    methods: natives![
        "list.__init__" => list_init,
        "list.__len__" => |vm, args| length(vm, "list.__len__", args, ty::LIST),
        "list.__getitem__" => |vm, args| getitem(vm, "list.__getitem__", args, ty::LIST),
        "list.__setitem__" => setitem,
        "list.__delitem__" => delitem,
        "list.__contains__" => |vm, args| contains(vm, "list.__contains__", args, ty::LIST),
        "list.__iter__" => |vm, args| iter(vm, "list.__iter__", args, ty::LIST),
        "list.__reversed__" => reversed,
        "list.__add__" => |vm, args| add(vm, "list", args),
        "list.__iadd__" => iadd,
        "list.__mul__" => |vm, args| mul(vm, "list.__mul__", args, false),
        "list.__rmul__" => |vm, args| mul(vm, "list.__rmul__", args, false),
        "list.__imul__" => |vm, args| mul(vm, "list.__imul__", args, true),
        "list.__eq__" => |vm, args| compare(vm, args, Cmp::Eq),
        "list.__ne__" => |vm, args| compare(vm, args, Cmp::Ne),
        "list.__lt__" => |vm, args| compare(vm, args, Cmp::Lt),
        "list.__le__" => |vm, args| compare(vm, args, Cmp::Le),
        "list.__gt__" => |vm, args| compare(vm, args, Cmp::Gt),
        "list.__ge__" => |vm, args| compare(vm, args, Cmp::Ge),
        "tuple.__len__" => |vm, args| length(vm, "tuple.__len__", args, ty::TUPLE),
        "tuple.__getitem__" => |vm, args| getitem(vm, "tuple.__getitem__", args, ty::TUPLE),
        "tuple.__contains__" => |vm, args| contains(vm, "tuple.__contains__", args, ty::TUPLE),
        "tuple.__iter__" => |vm, args| iter(vm, "tuple.__iter__", args, ty::TUPLE),
        "tuple.__add__" => |vm, args| add(vm, "tuple", args),
        "tuple.__mul__" => |vm, args| mul(vm, "tuple.__mul__", args, false),
        "tuple.__rmul__" => |vm, args| mul(vm, "tuple.__rmul__", args, false),
        "tuple.__eq__" => |vm, args| compare(vm, args, Cmp::Eq),
        "tuple.__ne__" => |vm, args| compare(vm, args, Cmp::Ne),
        "tuple.__lt__" => |vm, args| compare(vm, args, Cmp::Lt),
        "tuple.__le__" => |vm, args| compare(vm, args, Cmp::Le),
        "tuple.__gt__" => |vm, args| compare(vm, args, Cmp::Gt),
        "tuple.__ge__" => |vm, args| compare(vm, args, Cmp::Ge),
        "tuple.__hash__" => tuple_hash,
        "tuple.__getnewargs__" => tuple_newargs,
        "tuple.index" => tuple_index,
        "tuple.count" => tuple_count,
    ],
    statics: natives!["tuple.__new__" => tuple_new],
    classmethods: natives![
        "list.__class_getitem__" => alias,
        "tuple.__class_getitem__" => alias,
        "dict.__class_getitem__" => alias,
        "set.__class_getitem__" => alias,
        "frozenset.__class_getitem__" => alias,
        "enumerate.__class_getitem__" => alias,
    ],
    ..NONE
};

fn alias(vm: &mut Vm, args: Args) -> Res {
    let key = vm.takes_one("type.__class_getitem__", args)?;
    Ok(vm.alias(args.pos[0], key))
}

fn length(vm: &mut Vm, name: &str, args: Args, class: Id) -> Res {
    vm.takes_none(name, args)?;
    let this = vm.this(name, args, class)?;
    Ok(Value::Int(vm.len_data(Value::Obj(this))? as i64))
}

fn getitem(vm: &mut Vm, name: &str, args: Args, class: Id) -> Res {
    let key = vm.takes_one(name, args)?;
    let this = vm.this(name, args, class)?;
    vm.getitem_data(Value::Obj(this), key)
}

fn setitem(vm: &mut Vm, args: Args) -> Res {
    vm.some_args("list.__setitem__", args, 2, 2)?;
    let this = vm.this("list.__setitem__", args, ty::LIST)?;
    vm.setitem_data(Value::Obj(this), args.pos[1], args.pos[2])?;
    Ok(Value::None)
}

fn delitem(vm: &mut Vm, args: Args) -> Res {
    let key = vm.takes_one("list.__delitem__", args)?;
    let this = vm.this("list.__delitem__", args, ty::LIST)?;
    vm.delitem_data(Value::Obj(this), key)?;
    Ok(Value::None)
}

fn contains(vm: &mut Vm, name: &str, args: Args, class: Id) -> Res {
    let item = vm.takes_one(name, args)?;
    let this = vm.this(name, args, class)?;
    vm.contains_data(Value::Obj(this), item).map(Value::Bool)
}

fn iter(vm: &mut Vm, name: &str, args: Args, class: Id) -> Res {
    vm.takes_none(name, args)?;
    let this = vm.this(name, args, class)?;
    vm.iter_data(Value::Obj(this))
}

fn reversed(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("list.__reversed__", args)?;
    let this = Value::Obj(vm.this("list.__reversed__", args, ty::LIST)?);
    let index = vm.len_data(this)?;
    Ok(vm.iter_of(ty::LIST_REVERSEITERATOR, IterData::Reversed { seq: this, index }))
}

fn list_init(vm: &mut Vm, args: Args) -> Res {
    if !args.kw.is_empty() {
        return Err(vm.type_error("list() takes no keyword arguments"));
    }
    let this = vm.this("list.__init__", args, ty::LIST)?;
    vm.count_args("list", args.pos.len() - 1, 0, 1)?;
    let items = match args.get(1) {
        Value::Null => Vec::new(),
        other => vm.collect(other)?,
    };
    let len = vm.len_data(Value::Obj(this))?;
    vm.list_splice(this, 0..len, &items);
    Ok(Value::None)
}

fn add(vm: &mut Vm, kind: &str, args: Args) -> Res {
    let other = vm.takes_one(&format!("{kind}.__add__"), args)?;
    match vm.binary_data(BinaryOp::from(Operator::Add), args.pos[0], other)? {
        Some(sum) => Ok(sum),
        None => {
            let class = vm.class_name(other);
            Err(vm.type_error(format!("can only concatenate {kind} (not \"{class}\") to {kind}")))
        }
    }
}

fn iadd(vm: &mut Vm, args: Args) -> Res {
    let other = vm.takes_one("list.__iadd__", args)?;
    let this = vm.this("list.__iadd__", args, ty::LIST)?;
    let items = vm.collect(other)?;
    let len = vm.len_data(Value::Obj(this))?;
    vm.check_items(len + items.len())?;
    vm.list_splice(this, len..len, &items);
    Ok(Value::Obj(this))
}

fn mul(vm: &mut Vm, name: &str, args: Args, in_place: bool) -> Res {
    let count = vm.takes_one(name, args)?;
    let Some(count) = vm.index_clamped(count)? else { return Ok(Value::NotImplemented) };
    let op = BinaryOp { operator: Operator::Multiply, in_place };
    Ok(vm.binary_data(op, args.pos[0], Value::Int(count))?.unwrap_or(Value::NotImplemented))
}

fn compare(vm: &mut Vm, args: Args, op: Cmp) -> Res {
    let other = vm.takes_one("list.__eq__", args)?;
    let this = args.pos[0];
    let alike = matches!(
        (vm.data(this), vm.data(other)),
        (Some(Data::List(_)), Some(Data::List(_))) | (Some(Data::Tuple(_)), Some(Data::Tuple(_)))
    );
    if alike { vm.rich(op, this, other) } else { Ok(Value::NotImplemented) }
}

fn tuple_new(vm: &mut Vm, args: Args) -> Res {
    let class = vm.new_class("tuple", args)?;
    if !args.kw.is_empty() && class == ty::TUPLE {
        return Err(vm.type_error("tuple() takes no keyword arguments"));
    }
    vm.count_args("tuple", args.pos.len() - 1, 0, 1)?;
    let source = args.get(1);
    if class == ty::TUPLE && vm.is_exactly(source, ty::TUPLE) {
        return Ok(source);
    }
    let items = if source.is_null() { Vec::new() } else { vm.collect(source)? };
    if class == ty::TUPLE {
        return Ok(vm.tuple(items));
    }
    Ok(vm.instance(class, Data::Tuple(items.into())))
}

fn tuple_hash(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("tuple.__hash__", args)?;
    let this = vm.this("tuple.__hash__", args, ty::TUPLE)?;
    let items = vm.items(Value::Obj(this)).unwrap_or_default().to_vec();
    let plain = vm.tuple(items);
    let hash = vm.hash(plain)?;
    Ok(Value::Int(hash as i64))
}

fn tuple_newargs(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("tuple.__getnewargs__", args)?;
    let this = vm.this("tuple.__getnewargs__", args, ty::TUPLE)?;
    let items = vm.items(Value::Obj(this)).unwrap_or_default().to_vec();
    let plain = vm.tuple(items);
    Ok(vm.tuple([plain]))
}

fn tuple_index(vm: &mut Vm, args: Args) -> Res {
    vm.some_args("tuple.index", args, 1, 3)?;
    let this = Value::Obj(vm.this("tuple.index", args, ty::TUPLE)?);
    let len = vm.len_data(this)?;
    let (start, stop) = (vm.bound(args.get(2), len, 0)?, vm.bound(args.get(3), len, len)?);
    let items = vm.items(this).unwrap_or_default();
    for at in start..stop {
        if vm.eq(items[at], args.pos[1])? {
            return Ok(Value::Int(at as i64));
        }
    }
    Err(vm.value_error("tuple.index(x): x not in tuple"))
}

fn tuple_count(vm: &mut Vm, args: Args) -> Res {
    let item = vm.takes_one("tuple.count", args)?;
    let this = vm.this("tuple.count", args, ty::TUPLE)?;
    let mut found = 0;
    for other in vm.items(Value::Obj(this)).unwrap_or_default() {
        found += i64::from(vm.eq(*other, item)?);
    }
    Ok(Value::Int(found))
}
