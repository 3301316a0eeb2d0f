//! `weakref.ref`: a reference that does not keep its target alive (Objects/weakrefobject.c).
//!
//! `Vm::weak` lists the live references of each target; the reaper clears them and calls their callbacks.

use super::add_functions;
use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::footprint::WEAK;
use crate::vm::native::{Args, Fail, NONE, NativeDef, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::{Id, PyStr, Value};
use crate::vm::{Vm, ty};

/// Methods of references.
pub const TABLES: Tables = Tables {
    methods: natives![
        "ReferenceType.__init__" => do_nothing,
        "ReferenceType.__call__" => call,
        "ReferenceType.__hash__" => hash,
        "ReferenceType.__eq__" => eq,
        "ReferenceType.__ne__" => ne,
        "ReferenceType.__repr__" => repr,
    ],
    statics: natives!["ReferenceType.__new__" => new],
    classmethods: natives!["ReferenceType.__class_getitem__" => class_getitem],
    getters: natives!["ReferenceType.__callback__" => callback],
    ..NONE
};

/// Its functions.
pub const FUNCTIONS: &[NativeDef] = natives![
    "_weakref.getweakrefs" => references,
    "_weakref.getweakrefcount" => count,
    "_weakref._remove_dead_weakref" => remove_dead,
];

/// Fills the module `_weakref`.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    add_functions(vm, dict, FUNCTIONS);
    for name in ["ref", "ReferenceType"] {
        vm.set_name(dict, &name.into(), Value::Obj(ty::WEAKREF));
    }
    Ok(())
}

/// The target if it is alive.
fn target(vm: &Vm, reference: Value) -> Option<Id> {
    match vm.data(reference) {
        Some(Data::WeakRef { target, .. }) => *target,
        _ => None,
    }
}

fn referable(vm: &Vm, value: Value) -> bool {
    let Value::Obj(id) = value else { return false };
    let object = vm.heap.get(id);
    let flags = vm.class(object.class).flags;
    match &object.data {
        Data::Str(_) | Data::Tuple(_) | Data::List(_) | Data::Dict(_) | Data::Int(_) | Data::Bytes(_) => {
            flags.heap
        }
        Data::Plain => flags.heap && flags.weakrefs || flags.weakrefs,
        _ => true,
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let Value::Obj(class) = args.get(0) else {
        return Err(vm.type_error("ref.__new__(): not enough arguments"));
    };
    let given = args.pos.len().saturating_sub(1);
    if given == 0 {
        return Err(vm.type_error("__new__ expected at least 1 argument, got 0"));
    }
    let value = args.pos[1];
    if !referable(vm, value) {
        let name = vm.class_name(value);
        return Err(vm.type_error(format!("cannot create weak reference to '{}' object", name.as_str())));
    }
    let Value::Obj(id) = value else { return Ok(Value::None) };
    let callback = match args.get(2) {
        Value::Null => Value::None,
        callback => callback,
    };
    // The plain reference without callback is shared, as in CPython.
    if class == ty::WEAKREF && callback.is_none() {
        let shared = vm.weak.get(&id).into_iter().flatten().copied().find(|r| {
            vm.heap.find(*r).is_some_and(|object| {
                object.class == ty::WEAKREF
                    && matches!(object.data, Data::WeakRef { target: Some(t), callback: Value::None, .. } if t == id)
            })
        });
        if let Some(shared) = shared {
            return Ok(Value::Obj(shared));
        }
    }
    let made = vm.new_instance(class, Data::WeakRef { target: Some(id), callback, hash: 0 });
    if let Value::Obj(made) = made {
        vm.heap.trail.write(id, WEAK);
        vm.weak.entry(id).or_default().push(made);
    }
    Ok(made)
}

fn do_nothing(_: &mut Vm, _: Args) -> Res {
    Ok(Value::None)
}

fn call(vm: &mut Vm, args: Args) -> Res {
    if args.pos.len() != 1 {
        let given = args.pos.len() - 1;
        return Err(
            vm.type_error(format!("weakref.ReferenceType.__call__() takes no arguments ({given} given)"))
        );
    }
    Ok(target(vm, args.get(0)).map_or(Value::None, Value::Obj))
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    match target(vm, args.get(0)) {
        Some(id) => Err(vm.slow("_hash_of", &[Value::Obj(id)])),
        None => Err(vm.type_error("weak object has gone away")),
    }
}

fn same(vm: &mut Vm, args: Args) -> Res<Option<bool>> {
    let (a, b) = (args.get(0), args.get(1));
    if !matches!(vm.data(b), Some(Data::WeakRef { .. })) {
        return Ok(None);
    }
    match (target(vm, a), target(vm, b)) {
        (Some(x), Some(y)) => match vm.eq(Value::Obj(x), Value::Obj(y)) {
            Err(Fail::Python) => Err(Fail::Python),
            other => other.map(Some),
        },
        _ => Ok(Some(a.is(b))),
    }
}

fn eq(vm: &mut Vm, args: Args) -> Res {
    Ok(same(vm, args)?.map_or(Value::NotImplemented, Value::Bool))
}

fn ne(vm: &mut Vm, args: Args) -> Res {
    Ok(same(vm, args)?.map_or(Value::NotImplemented, |same| Value::Bool(!same)))
}

/// An identity as `repr` shows it.
fn address(id: Id) -> String {
    format!("0x{:x}", 0x7f00_0000_0000u64 + u64::from(id.0) * 16)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(0);
    let own = this.id().map_or(String::new(), address);
    let text = match target(vm, this) {
        None => format!("<weakref at {own}; dead>"),
        Some(id) => {
            let value = Value::Obj(id);
            let name = vm.class_name(value);
            let called = vm.own(value, &PyStr::from("__name__")).and_then(|v| vm.as_str(v));
            let tail = called.map_or(String::new(), |n| format!(" ({})", n.as_str()));
            format!("<weakref at {own}; to '{}' at {}{tail}>", name.as_str(), address(id))
        }
    };
    Ok(vm.str(text))
}

fn callback(vm: &mut Vm, args: Args) -> Res {
    match vm.data(args.get(0)) {
        Some(Data::WeakRef { target: Some(_), callback, .. }) => Ok(*callback),
        _ => Ok(Value::None),
    }
}

fn class_getitem(vm: &mut Vm, args: Args) -> Res {
    let params = vm.tuple(vec![args.get(1)]);
    Ok(vm.alloc(ty::GENERIC_ALIAS, Data::Alias(Cow::new([args.get(0), params]))))
}

fn alive(vm: &Vm, value: Value) -> Vec<Value> {
    if let Value::Obj(id) = value {
        vm.heap.trail.read(id, WEAK);
        vm.heap.trail.note_more();
    }
    let refs = value.id().and_then(|id| vm.weak.get(&id));
    refs.into_iter().flatten().filter(|id| vm.heap.find(**id).is_some()).map(|id| Value::Obj(*id)).collect()
}

/// `getweakrefs(object)`.
fn references(vm: &mut Vm, args: Args) -> Res {
    let refs = alive(vm, args.get(0));
    Ok(vm.list(refs))
}

/// `getweakrefcount(object)`.
fn count(vm: &mut Vm, args: Args) -> Res {
    Ok(Value::Int(alive(vm, args.get(0)).len() as i64))
}

/// `_remove_dead_weakref(dict, key)`: removes the entry if its value is a reference whose target is gone.
fn remove_dead(vm: &mut Vm, args: Args) -> Res {
    let Value::Obj(dict) = args.get(0) else { return Ok(Value::None) };
    if let (_, Some(at)) = vm.table_find(args.get(0), args.get(1))?
        && let Some(table) = vm.dict_table(args.get(0))
        && matches!(vm.data(table.at(at).value), Some(Data::WeakRef { target: None, .. }))
    {
        vm.table_remove(dict, at);
    }
    Ok(Value::None)
}
