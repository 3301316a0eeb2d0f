//! What `dict` and `set` have in common, and what the prelude needs to work on their tables.
//!
//! A key that hashes or compares in Python is looked up by the prelude: it takes the candidates with the same
//! hash, compares them, asks whether the table still says the same, and puts or removes by position.

use crate::natives;
use crate::vm::Vm;
use crate::vm::cow::Cow;
use crate::vm::dict::Dict;
use crate::vm::native::{Args, CallSpec, Fail, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::{Id, Value};

pub const TABLES: Tables = Tables {
    functions: natives![
        "prelude._table_candidates" => candidates,
        "prelude._table_same" => same,
        "prelude._table_value" => value,
        "prelude._table_put" => put,
        "prelude._table_remove" => remove,
        "prelude._table_entries" => entries,
        "prelude._table_replace" => replace,
        "prelude._table_new" => new,
        "prelude._raw_items" => raw_items,
        "prelude._view_dict" => view_dict,
        "prelude._class_name" => |vm, args| {
            let name = vm.class_name(args.get(0));
            Ok(vm.str(name))
        },
        "prelude._getitem" => |vm, args| vm.getitem_data(args.get(0), args.get(1)),
        "prelude._len" => |vm, args| vm.len_data(args.get(0)).map(|n| Value::Int(n as i64)),
    ],
    ..NONE
};

impl Vm {
    /// The prelude function `name` with the same arguments: for functions whose own name the prelude must not
    /// shadow.
    pub fn python_version(&mut self, name: &str, args: Args) -> Fail {
        match self.slow(name, args.pos) {
            Fail::Call(spec) => Fail::Call(Box::new(CallSpec { kw: args.kw.to_vec(), ..*spec })),
            other => other,
        }
    }

    /// Puts the keys of `other` that are not yet there into a table under construction.
    pub fn table_add(&mut self, table: &mut Dict, key: Value, value: Value) -> Res<()> {
        let hash = self.hash(key)?;
        match self.find_key(table, hash, key, 0)? {
            Some(at) => {
                table.set_at(at, value);
            }
            None => {
                table.push(hash, key, value);
            }
        }
        Ok(())
    }

    /// A table of distinct keys for a set.
    pub fn key_table(&mut self, keys: &[Value]) -> Res<Dict> {
        let mut table = Dict::default();
        for key in keys {
            self.table_add(&mut table, *key, Value::Null)?;
        }
        Ok(table)
    }

    /// Replaces the whole table of a `dict` or `set`.
    pub fn replace_table(&mut self, id: Id, table: Dict) {
        self.heap.update(id, |object| {
            if let Data::Dict(old) | Data::Set(old) = &mut object.data {
                **old = table;
            }
        });
    }

    /// The table of a `dict` or `set`.
    pub fn table(&self, value: Value) -> Option<&Dict> {
        match self.data(value)? {
            Data::Dict(table) | Data::Set(table) => Some(table),
            _ => None,
        }
    }
}

/// Positions and keys of the entries with this hash.
fn matching(vm: &Vm, table: Value, hash: i64) -> Vec<(usize, Value)> {
    let Some(entries) = vm.table(table) else { return Vec::new() };
    let mut keys = Vec::new();
    entries.find(hash as u64, |key| {
        keys.push(key);
        false
    });
    keys.into_iter()
        .filter_map(|key| entries.find(hash as u64, |other| other.is(key)).map(|at| (at, key)))
        .collect()
}

fn hash_of(vm: &Vm, value: Value) -> i64 {
    vm.as_i64(value).unwrap_or(0)
}

/// `_table_candidates(table, hash)`: list of (position, key) with that hash.
fn candidates(vm: &mut Vm, args: Args) -> Res {
    let hash = hash_of(vm, args.get(1));
    let found = matching(vm, args.get(0), hash);
    let pairs = found.into_iter().map(|(at, key)| vm.tuple([Value::Int(at as i64), key])).collect();
    Ok(vm.list(pairs))
}

/// `_table_same(table, hash, candidates)`: true if the candidates are still the same.
fn same(vm: &mut Vm, args: Args) -> Res {
    let hash = hash_of(vm, args.get(1));
    let now = matching(vm, args.get(0), hash);
    let before = vm.items(args.get(2)).unwrap_or_default();
    let alike = now.len() == before.len()
        && now.iter().zip(before).all(|((at, key), pair)| match vm.items(*pair) {
            Some([place, old]) => *place == Value::Int(*at as i64) && old.is(*key),
            _ => false,
        });
    Ok(Value::Bool(alike))
}

fn position(vm: &mut Vm, table: Value, at: Value) -> Res<usize> {
    let at = vm.as_i64(at).and_then(|at| usize::try_from(at).ok());
    match at {
        Some(at) if vm.table(table).is_some_and(|table| table.live_at(at).is_some()) => Ok(at),
        _ => Err(vm.raise(crate::vm::ty::RUNTIME_ERROR, "dictionary changed during the look-up")),
    }
}

/// `_table_value(table, position)`.
fn value(vm: &mut Vm, args: Args) -> Res {
    let at = position(vm, args.get(0), args.get(1))?;
    Ok(vm.table(args.get(0)).map_or(Value::None, |table| table.at(at).value))
}

/// `_table_put(table, hash, position or -1, key, value)`; a set takes no value.
fn put(vm: &mut Vm, args: Args) -> Res {
    let (table, hash) = (args.get(0), hash_of(vm, args.get(1)));
    let Value::Obj(id) = table else { return Ok(Value::None) };
    let at = if args.get(2) == Value::Int(-1) { None } else { Some(position(vm, table, args.get(2))?) };
    let value = if vm.is_any_set(table) { Value::Null } else { args.get(4) };
    vm.table_put(id, hash as u64, at, args.get(3), value);
    Ok(Value::None)
}

/// `_table_remove(table, position)`: removes the entry and returns key and value.
fn remove(vm: &mut Vm, args: Args) -> Res {
    let at = position(vm, args.get(0), args.get(1))?;
    let Value::Obj(id) = args.get(0) else { return Ok(Value::None) };
    let (key, value) = vm.table_remove(id, at);
    Ok(vm.tuple([key, value.or(Value::None)]))
}

/// `_table_entries(table)`: list of (hash, key, value), sets in the order of their iteration.
fn entries(vm: &mut Vm, args: Args) -> Res {
    let entries: Vec<_> = match vm.data(args.get(0)) {
        Some(Data::Set(table)) => vm.set_entries(table),
        Some(Data::Dict(table)) => table.iter().collect(),
        _ => Vec::new(),
    };
    let made = entries
        .into_iter()
        .map(|entry| vm.tuple([Value::Int(entry.hash as i64), entry.key, entry.value.or(Value::None)]))
        .collect();
    Ok(vm.list(made))
}

/// `_table_replace(table, other)`: takes over the entries of another table.
fn replace(vm: &mut Vm, args: Args) -> Res {
    let table = vm.table(args.get(1)).cloned().unwrap_or_default();
    if let Value::Obj(id) = args.get(0) {
        vm.replace_table(id, table);
    }
    Ok(Value::None)
}

/// `_table_new(class, set)`: an instance of a `set` class with the entries of `set`.
fn new(vm: &mut Vm, args: Args) -> Res {
    let class = vm.new_class("set", args)?;
    let table = vm.table(args.get(1)).cloned().unwrap_or_default();
    Ok(vm.instance(class, Data::Set(Cow::new(table))))
}

/// `_raw_items(sequence)`: tuple of a list's or tuple's own items, whatever its class defines.
fn raw_items(vm: &mut Vm, args: Args) -> Res {
    let items = vm.items(args.get(0)).unwrap_or_default().to_vec();
    Ok(vm.tuple(items))
}

/// `_view_dict(view)`: the mapping behind a view or proxy.
fn view_dict(vm: &mut Vm, args: Args) -> Res {
    match vm.data(args.get(0)) {
        Some(&Data::DictView { dict, .. }) => Ok(dict),
        Some(&Data::MappingProxy(inner)) => Ok(inner),
        _ => Ok(args.get(0)),
    }
}
