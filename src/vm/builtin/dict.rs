//! `dict`: its methods. Special methods are in `dict_dunder.rs`, views in `dict_views.rs`.
//!
//! A key with its own `__hash__` or `__eq__` makes the prelude's `dict__…` do the look-up.

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::dict::Dict;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};

pub const TABLES: Tables = Tables {
    methods: natives![
        "dict.get" => get,
        "dict.setdefault" => setdefault,
        "dict.pop" => pop,
        "dict.popitem" => popitem,
        "dict.update" => update,
        "dict.clear" => clear,
        "dict.copy" => copy,
        "dict.keys" => |vm, args| view(vm, "dict.keys", args, ty::DICT_KEYS, 0),
        "dict.values" => |vm, args| view(vm, "dict.values", args, ty::DICT_VALUES, 1),
        "dict.items" => |vm, args| view(vm, "dict.items", args, ty::DICT_ITEMS, 2),
        "dict.__init__" => init,
    ],
    statics: natives!["dict.__new__" => new],
    classmethods: natives!["dict.fromkeys" => fromkeys],
    ..NONE
};

fn new(vm: &mut Vm, args: Args) -> Res {
    let class = vm.new_class("dict", args)?;
    Ok(vm.instance(class, Data::Dict(Cow::default())))
}

/// The value of `key`, or `Null`.
fn look_up(vm: &Vm, dict: Id, key: Value) -> Res {
    Ok(vm.dict_get(dict, key)?.unwrap_or(Value::Null))
}

fn get(vm: &mut Vm, args: Args) -> Res {
    vm.some_args("dict.get", args, 1, 2)?;
    let dict = vm.this("dict.get", args, ty::DICT)?;
    let found = look_up(vm, dict, args.pos[1])?;
    Ok(found.or(args.get(2).or(Value::None)))
}

fn setdefault(vm: &mut Vm, args: Args) -> Res {
    vm.some_args("dict.setdefault", args, 1, 2)?;
    let dict = vm.this("dict.setdefault", args, ty::DICT)?;
    let (hash, at) = vm.table_find(Value::Obj(dict), args.pos[1])?;
    if let (Some(at), Some(table)) = (at, vm.dict_table(Value::Obj(dict))) {
        return Ok(table.at(at).value);
    }
    let value = args.get(2).or(Value::None);
    vm.table_put(dict, hash, None, args.pos[1], value);
    Ok(value)
}

fn pop(vm: &mut Vm, args: Args) -> Res {
    vm.some_args("dict.pop", args, 1, 2)?;
    let dict = vm.this("dict.pop", args, ty::DICT)?;
    match vm.table_find(Value::Obj(dict), args.pos[1])?.1 {
        Some(at) => Ok(vm.table_remove(dict, at).1),
        None if args.pos.len() == 3 => Ok(args.pos[2]),
        None => Err(vm.key_error(args.pos[1])),
    }
}

fn popitem(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("dict.popitem", args)?;
    let dict = vm.this("dict.popitem", args, ty::DICT)?;
    match vm.dict_table(Value::Obj(dict)).and_then(Dict::last) {
        Some((at, _)) => {
            let (key, value) = vm.table_remove(dict, at);
            Ok(vm.tuple([key, value]))
        }
        None => {
            let message = vm.str("popitem(): dictionary is empty");
            Err(vm.key_error(message))
        }
    }
}

fn clear(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("dict.clear", args)?;
    let dict = vm.this("dict.clear", args, ty::DICT)?;
    vm.replace_table(dict, Dict::default());
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("dict.copy", args)?;
    let dict = vm.this("dict.copy", args, ty::DICT)?;
    let table = packed(vm, Value::Obj(dict));
    Ok(vm.alloc(ty::DICT, Data::Dict(Cow::new(table))))
}

/// The entries of a `dict` without the gaps of removed ones.
pub fn packed(vm: &Vm, dict: Value) -> Dict {
    let mut table = Dict::default();
    if let Some(entries) = vm.dict_table(dict) {
        for entry in entries.iter() {
            table.push(entry.hash, entry.key, entry.value);
        }
    }
    table
}

fn view(vm: &mut Vm, name: &str, args: Args, class: Id, kind: u8) -> Res {
    vm.takes_none(name, args)?;
    let dict = Value::Obj(vm.this(name, args, ty::DICT)?);
    Ok(vm.alloc(class, Data::DictView { dict, kind }))
}

fn init(vm: &mut Vm, args: Args) -> Res {
    fill(vm, "dict", args)
}

fn update(vm: &mut Vm, args: Args) -> Res {
    fill(vm, "update", args)
}

/// Puts entries from a mapping, from pairs and from keywords into a dictionary.
fn fill(vm: &mut Vm, name: &str, args: Args) -> Res {
    let method = if name == "dict" { "dict.__init__" } else { "dict.update" };
    let dict = vm.this(method, args, ty::DICT)?;
    vm.count_args(name, args.pos.len() - 1, 0, 1)?;
    if let Some(source) = args.pos.get(1) {
        update_from(vm, dict, *source, args)?;
    }
    for (key, value) in args.kw {
        vm.set_name(dict, key, *value);
    }
    Ok(Value::None)
}

/// True if the values of a mapping can be taken straight from its table.
fn is_plain_mapping(vm: &Vm, source: Value) -> bool {
    let class = vm.class_of(source);
    vm.dict_table(source).is_some()
        && (class == ty::DICT
            || (vm.keeps(class, crate::name!("__iter__"))
                && vm.keeps(class, crate::name!("keys"))
                && vm.keeps(class, crate::name!("__getitem__"))))
}

fn update_from(vm: &mut Vm, dict: Id, source: Value, args: Args) -> Res<()> {
    let source = match vm.data(source) {
        Some(Data::MappingProxy(inner)) => *inner,
        _ => source,
    };
    if is_plain_mapping(vm, source) {
        let entries: Vec<_> = vm.dict_table(source).map(|table| table.iter().collect()).unwrap_or_default();
        if vm.table(Value::Obj(dict)).is_some_and(Dict::is_empty) {
            let table = packed(vm, source);
            vm.replace_table(dict, table);
            return Ok(());
        }
        // Looked up first, so that nothing has changed when a key turns out to compare in Python.
        for entry in &entries {
            vm.table_find(Value::Obj(dict), entry.key)?;
        }
        for entry in entries {
            vm.dict_set(dict, entry.key, entry.value)?;
        }
        return Ok(());
    }
    let class = vm.class_of(source);
    if vm.lookup(class, crate::name!("keys")).is_some() {
        return Err(Fail::Python);
    }
    let pairs = vm.collect(source)?;
    match put_pairs(vm, dict, &pairs) {
        Err(Fail::Python) => {
            // The source may be used up: the prelude gets what came out of it.
            let list = vm.list(pairs);
            let pos = [args.pos[0], list];
            Err(vm.python_version("dict__update", Args { pos: &pos, kw: args.kw }))
        }
        other => other,
    }
}

fn put_pairs(vm: &mut Vm, dict: Id, pairs: &[Value]) -> Res<()> {
    for (at, pair) in pairs.iter().enumerate() {
        let items = match vm.items(*pair) {
            Some(items) if vm.iterates_natively(*pair) => items.to_vec(),
            _ => match vm.collect(*pair) {
                Ok(items) => items,
                Err(Fail::Python) => {
                    let class = vm.class_of(*pair);
                    if vm.lookup(class, crate::name!("__iter__")).is_some()
                        || vm.lookup(class, crate::name!("__getitem__")).is_some()
                    {
                        return Err(Fail::Python);
                    }
                    let message =
                        format!("cannot convert dictionary update sequence element #{at} to a sequence");
                    return Err(vm.type_error(message));
                }
                Err(other) => return Err(other),
            },
        };
        let [key, value] = items[..] else {
            let message =
                format!("dictionary update sequence element #{at} has length {}; 2 is required", items.len());
            return Err(vm.value_error(message));
        };
        vm.dict_set(dict, key, value)?;
    }
    Ok(())
}

fn fromkeys(vm: &mut Vm, args: Args) -> Res {
    vm.some_args("dict.fromkeys", args, 1, 2)?;
    if args.pos[0] != Value::Obj(ty::DICT) {
        return Err(Fail::Python);
    }
    let keys = vm.collect(args.pos[1])?;
    let value = args.get(2).or(Value::None);
    let mut table = Dict::default();
    for key in &keys {
        match vm.table_add(&mut table, *key, value) {
            Err(Fail::Python) => {
                let list = vm.list(keys);
                return Err(vm.slow("dict__fromkeys", &[args.pos[0], list, value]));
            }
            other => other?,
        }
    }
    Ok(vm.alloc(ty::DICT, Data::Dict(Cow::new(table))))
}
