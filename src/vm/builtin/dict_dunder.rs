//! Special methods of `dict` and of `mappingproxy`.
//!
//! They go by the data alone, so that a subclass may call them from its own methods.

use crate::natives;
use crate::vm::native::{Args, NONE, Res, Tables};
use crate::vm::object::{Data, IterData};
use crate::vm::ops::{BinaryOp, Cmp, Operator};
use crate::vm::value::Value;
use crate::vm::{Vm, ty};

pub const TABLES: Tables = Tables {
    methods: natives![
        "dict.__len__" => len,
        "dict.__getitem__" => getitem,
        "dict.__setitem__" => setitem,
        "dict.__delitem__" => delitem,
        "dict.__contains__" => contains,
        "dict.__iter__" => iter,
        "dict.__reversed__" => reversed,
        "dict.__or__" => |vm, args| or(vm, "dict.__or__", args, false, false),
        "dict.__ror__" => |vm, args| or(vm, "dict.__ror__", args, true, false),
        "dict.__ior__" => |vm, args| or(vm, "dict.__ior__", args, false, true),
        "dict.__eq__" => |vm, args| compare(vm, args, Cmp::Eq),
        "dict.__ne__" => |vm, args| compare(vm, args, Cmp::Ne),
        "mappingproxy.__len__" => |vm, args| vm.len_data(args.get(0)).map(|n| Value::Int(n as i64)),
        "mappingproxy.__getitem__" => |vm, args| vm.getitem_data(args.get(0), args.get(1)),
        "mappingproxy.__contains__" => |vm, args| vm.contains_data(args.get(0), args.get(1)).map(Value::Bool),
        "mappingproxy.__iter__" => |vm, args| vm.iter_data(args.get(0)),
        "mappingproxy.__reversed__" => |vm, args| through(vm, reversed, args),
        "mappingproxy.__or__" => |vm, args| through(vm, |vm, args| or(vm, "dict.__or__", args, false, false), args),
        "mappingproxy.__eq__" => |vm, args| through(vm, |vm, args| compare(vm, args, Cmp::Eq), args),
        "mappingproxy.get" => |vm, args| pass(vm, "get", args),
        "mappingproxy.keys" => |vm, args| pass(vm, "keys", args),
        "mappingproxy.values" => |vm, args| pass(vm, "values", args),
        "mappingproxy.items" => |vm, args| pass(vm, "items", args),
        "mappingproxy.copy" => |vm, args| pass(vm, "copy", args),
    ],
    statics: natives!["mappingproxy.__new__" => proxy_new],
    ..NONE
};

fn len(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("dict.__len__", args)?;
    let dict = vm.this("dict.__len__", args, ty::DICT)?;
    Ok(Value::Int(vm.len_data(Value::Obj(dict))? as i64))
}

fn getitem(vm: &mut Vm, args: Args) -> Res {
    let key = vm.takes_one("dict.__getitem__", args)?;
    let dict = vm.this("dict.__getitem__", args, ty::DICT)?;
    vm.getitem_data(Value::Obj(dict), key)
}

fn setitem(vm: &mut Vm, args: Args) -> Res {
    vm.some_args("dict.__setitem__", args, 2, 2)?;
    let dict = vm.this("dict.__setitem__", args, ty::DICT)?;
    vm.dict_set(dict, args.pos[1], args.pos[2])?;
    Ok(Value::None)
}

fn delitem(vm: &mut Vm, args: Args) -> Res {
    let key = vm.takes_one("dict.__delitem__", args)?;
    let dict = vm.this("dict.__delitem__", args, ty::DICT)?;
    vm.delitem_data(Value::Obj(dict), key)?;
    Ok(Value::None)
}

fn contains(vm: &mut Vm, args: Args) -> Res {
    let key = vm.takes_one("dict.__contains__", args)?;
    let dict = vm.this("dict.__contains__", args, ty::DICT)?;
    vm.contains_data(Value::Obj(dict), key).map(Value::Bool)
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("dict.__iter__", args)?;
    let dict = vm.this("dict.__iter__", args, ty::DICT)?;
    vm.iter_data(Value::Obj(dict))
}

fn reversed(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("dict.__reversed__", args)?;
    let dict = vm.this("dict.__reversed__", args, ty::DICT)?;
    Ok(vm.table_backwards(Value::Obj(dict), 0))
}

impl Vm {
    /// The iterator over a dictionary's keys (0), values (1) or items (2) from the last to the first.
    pub fn table_backwards(&mut self, dict: Value, kind: u8) -> Value {
        let (at, len) = match self.dict_table(dict) {
            Some(table) => (table.last().map_or(0, |(at, _)| at + 1), table.len()),
            None => (0, 0),
        };
        self.iter_of(
            ty::DICT_REVERSEKEYITERATOR,
            IterData::Table { table: dict, kind, at, len, left: len, reversed: true },
        )
    }
}

fn or(vm: &mut Vm, name: &str, args: Args, reflected: bool, in_place: bool) -> Res {
    let other = vm.takes_one(name, args)?;
    let this = args.pos[0];
    if vm.dict_table(other).is_none() {
        if in_place {
            // `d |= pairs` takes whatever `update` takes.
            return Err(vm.slow("dict____ior__", &[this, other]));
        }
        return Ok(Value::NotImplemented);
    }
    let (a, b) = if reflected { (other, this) } else { (this, other) };
    let op = BinaryOp { operator: Operator::Or, in_place };
    Ok(vm.table_op(op, a, b)?.unwrap_or(Value::NotImplemented))
}

fn compare(vm: &mut Vm, args: Args, op: Cmp) -> Res {
    let other = vm.takes_one("dict.__eq__", args)?;
    if vm.dict_table(other).is_none() {
        return Ok(Value::NotImplemented);
    }
    vm.rich(op, args.pos[0], other)
}

/// The mapping behind a proxy.
fn behind(vm: &Vm, proxy: Value) -> Value {
    match vm.data(proxy) {
        Some(Data::MappingProxy(inner)) => *inner,
        _ => proxy,
    }
}

/// Calls a function of `dict` on the mapping behind a proxy.
fn through(vm: &mut Vm, function: fn(&mut Vm, Args) -> Res, args: Args) -> Res {
    let pos: Vec<Value> = args.pos.iter().map(|v| behind(vm, *v)).collect();
    function(vm, Args { pos: &pos, kw: args.kw })
}

/// Calls the mapping's own method.
fn pass(vm: &mut Vm, name: &'static str, args: Args) -> Res {
    let inner = behind(vm, args.get(0));
    let class = vm.class_of(inner);
    let Some(callable) = vm.lookup(class, &name.into()) else {
        return Err(vm.type_error(format!("'{name}' is missing from the mapping")));
    };
    let mut pos = args.pos.to_vec();
    if let Some(first) = pos.first_mut() {
        *first = inner;
    }
    Err(crate::vm::native::Fail::Call(Box::new(crate::vm::native::CallSpec {
        callable,
        pos,
        kw: args.kw.to_vec(),
    })))
}

fn proxy_new(vm: &mut Vm, args: Args) -> Res {
    let mapping = vm.takes_one("mappingproxy.__new__", args)?;
    let class = vm.class_of(mapping);
    let unfit = matches!(vm.data(mapping), Some(Data::List(_) | Data::Tuple(_)));
    if unfit || vm.lookup(class, crate::name!("__getitem__")).is_none() {
        let name = vm.class_name(mapping);
        return Err(vm.type_error(format!("mappingproxy() argument must be a mapping, not {name}")));
    }
    Ok(vm.alloc(ty::MAPPINGPROXY, Data::MappingProxy(mapping)))
}
