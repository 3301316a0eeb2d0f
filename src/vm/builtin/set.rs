//! `set` and `frozenset`: constructors and the methods that change a set. Operations that make a new one are in
//! `set_ops.rs`.
//!
//! Elements that hash or compare in Python make the prelude's `set__…` do the work.

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::dict::Dict;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};

pub const TABLES: Tables = Tables {
    methods: natives![
        "set.__init__" => init,
        "set.add" => add,
        "set.discard" => discard,
        "set.remove" => remove,
        "set.pop" => pop,
        "set.clear" => clear,
        "set.copy" => copy,
        "frozenset.copy" => frozen_copy,
        "set.update" => update,
        "set.__len__" => len,
        "frozenset.__len__" => len,
        "set.__contains__" => contains,
        "frozenset.__contains__" => contains,
        "set.__iter__" => iter,
        "frozenset.__iter__" => iter,
        "frozenset.__hash__" => frozen_hash,
    ],
    statics: natives!["set.__new__" => new, "frozenset.__new__" => frozen_new],
    ..NONE
};

fn new(vm: &mut Vm, args: Args) -> Res {
    let class = vm.new_class("set", args)?;
    Ok(vm.instance(class, Data::Set(Cow::default())))
}

/// The table of a copy of a set.
pub fn copy_table(vm: &Vm, set: Value) -> Dict {
    vm.set_table(set).map_or_else(Dict::default, |table| vm.copy_set_table(table))
}

/// A table of the distinct elements of any iterable. If an element needs Python after the iterable was used up,
/// `rest` gets the elements and names the call that goes on with them.
pub fn table_from(vm: &mut Vm, source: Value, rest: impl FnOnce(&mut Vm, Value) -> Fail) -> Res<Dict> {
    if vm.is_any_set(source) && vm.iterates_natively(source) {
        return Ok(copy_table(vm, source));
    }
    if vm.dict_table(source).is_some() && vm.iterates_natively(source) {
        let keys = super::dict::packed(vm, source);
        return Ok(vm.set_table_of_dict(&keys));
    }
    let keys = vm.collect(source)?;
    match vm.key_table(&keys) {
        Err(Fail::Python) => {
            let list = vm.list(keys);
            Err(rest(vm, list))
        }
        other => other,
    }
}

fn init(vm: &mut Vm, args: Args) -> Res {
    if !args.kw.is_empty() {
        return Err(vm.type_error("set() takes no keyword arguments"));
    }
    let set = vm.this("set.__init__", args, ty::SET)?;
    vm.count_args("set", args.pos.len() - 1, 0, 1)?;
    let table = match args.get(1) {
        Value::Null => Dict::default(),
        source => table_from(vm, source, |vm, list| vm.slow("set____init__", &[Value::Obj(set), list]))?,
    };
    vm.replace_table(set, table);
    Ok(Value::None)
}

fn frozen_new(vm: &mut Vm, args: Args) -> Res {
    let class = vm.new_class("frozenset", args)?;
    if !args.kw.is_empty() && class == ty::FROZENSET {
        return Err(vm.type_error("frozenset() takes no keyword arguments"));
    }
    vm.count_args("frozenset", args.pos.len() - 1, 0, 1)?;
    let source = args.get(1);
    if class == ty::FROZENSET && vm.is_exactly(source, ty::FROZENSET) {
        return Ok(source);
    }
    let table = match source {
        Value::Null => Dict::default(),
        source => {
            table_from(vm, source, |vm, list| vm.slow("frozenset____new__", &[Value::Obj(class), list]))?
        }
    };
    Ok(vm.instance(class, Data::Set(Cow::new(table))))
}

fn add(vm: &mut Vm, args: Args) -> Res {
    let item = vm.takes_one("set.add", args)?;
    let set = vm.this("set.add", args, ty::SET)?;
    let (hash, at) = vm.table_find(Value::Obj(set), item)?;
    if at.is_none() {
        vm.table_put(set, hash, None, item, Value::Null);
    }
    Ok(Value::None)
}

fn take(vm: &mut Vm, name: &str, args: Args) -> Res<bool> {
    let item = vm.takes_one(name, args)?;
    let set = vm.this(name, args, ty::SET)?;
    let item = vm.frozen_key(item);
    let at = vm.table_find(Value::Obj(set), item)?.1;
    if let Some(at) = at {
        vm.table_remove(set, at);
    }
    Ok(at.is_some())
}

fn discard(vm: &mut Vm, args: Args) -> Res {
    take(vm, "set.discard", args)?;
    Ok(Value::None)
}

fn remove(vm: &mut Vm, args: Args) -> Res {
    if take(vm, "set.remove", args)? { Ok(Value::None) } else { Err(vm.key_error(args.pos[1])) }
}

fn pop(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("set.pop", args)?;
    let set = vm.this("set.pop", args, ty::SET)?;
    let first = vm.next_popped(set);
    let place = |key| vm.set_table(Value::Obj(set)).and_then(|table| table.place_of(key));
    match first.and_then(place) {
        Some(at) => Ok(vm.table_remove(set, at).0),
        None => {
            let message = vm.str("pop from an empty set");
            Err(vm.key_error(message))
        }
    }
}

fn clear(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("set.clear", args)?;
    let set = vm.this("set.clear", args, ty::SET)?;
    vm.replace_table(set, Dict::default());
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("set.copy", args)?;
    let set = Value::Obj(vm.this("set.copy", args, ty::SET)?);
    let table = copy_table(vm, set);
    Ok(vm.set_of(ty::SET, table))
}

fn frozen_copy(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("frozenset.copy", args)?;
    let set = Value::Obj(vm.this("frozenset.copy", args, ty::FROZENSET)?);
    if vm.class_of(set) == ty::FROZENSET {
        return Ok(set);
    }
    let table = copy_table(vm, set);
    Ok(vm.set_of(ty::FROZENSET, table))
}

fn update(vm: &mut Vm, args: Args) -> Res {
    vm.no_keywords("set.update", &args)?;
    let set = vm.this("set.update", args, ty::SET)?;
    let mut lists = Vec::new();
    for (at, source) in args.pos.iter().enumerate().skip(1) {
        match vm.collect(*source) {
            Ok(items) => {
                let other = vm.set_table(*source).is_some() || vm.is_exactly(*source, ty::DICT);
                lists.push((items, other && !source.is(args.pos[0])));
            }
            Err(Fail::Python) => return Err(go_on(vm, set, &lists, &args.pos[at..])),
            Err(other) => return Err(other),
        }
    }
    for at in 0..lists.len() {
        let (items, makes_room) = lists[at].clone();
        if makes_room && !items.is_empty() {
            vm.set_reserve(set, items.len());
        }
        for item in items {
            match vm.table_find(Value::Obj(set), item) {
                Ok((hash, None)) => vm.table_put(set, hash, None, item, Value::Null),
                Ok(_) => {}
                Err(Fail::Python) => return Err(go_on(vm, set, &lists[at..], &[])),
                Err(other) => return Err(other),
            }
        }
    }
    Ok(Value::None)
}

/// Lets the prelude add what was already taken out of the sources, then the sources that are left.
fn go_on(vm: &mut Vm, set: Id, taken: &[(Vec<Value>, bool)], left: &[Value]) -> Fail {
    let mut pos = vec![Value::Obj(set)];
    for (items, _) in taken {
        let list = vm.list(items.clone());
        pos.push(list);
    }
    pos.extend_from_slice(left);
    vm.slow("set__update", &pos)
}

fn len(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("set.__len__", args)?;
    Ok(Value::Int(vm.len_data(args.pos[0])? as i64))
}

fn contains(vm: &mut Vm, args: Args) -> Res {
    let item = vm.takes_one("set.__contains__", args)?;
    vm.contains_data(args.pos[0], item).map(Value::Bool)
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("set.__iter__", args)?;
    vm.iter_data(args.pos[0])
}

fn frozen_hash(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("frozenset.__hash__", args)?;
    let table = vm.set_table(args.pos[0]).cloned().unwrap_or_default();
    let plain = vm.set_of(ty::FROZENSET, table);
    Ok(Value::Int(vm.hash(plain)? as i64))
}
