//! The iterator types: `list_iterator` and its like, `enumerate`, `zip`, `map`, `filter`, `reversed`.
//!
//! What stands on Python iterators or calls Python functions is advanced by the prelude (`map____next__`),
//! which reads an iterator's parts with `_iter_parts`.

use crate::natives;
use crate::vm::Vm;
use crate::vm::cow::Cow;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::{Data, IterData};
use crate::vm::value::{Id, Value};

pub const TABLES: Tables = Tables {
    methods: natives![
        "list_iterator.__iter__" => itself,
        "list_iterator.__next__" => next,
        "list_iterator.__length_hint__" => length_hint,
        "list_reverseiterator.__iter__" => itself,
        "list_reverseiterator.__next__" => next,
        "list_reverseiterator.__length_hint__" => length_hint,
        "tuple_iterator.__iter__" => itself,
        "tuple_iterator.__next__" => next,
        "tuple_iterator.__length_hint__" => length_hint,
        "str_ascii_iterator.__iter__" => itself,
        "str_ascii_iterator.__next__" => next,
        "str_iterator.__iter__" => itself,
        "str_iterator.__next__" => next,
        "bytes_iterator.__iter__" => itself,
        "bytes_iterator.__next__" => next,
        "range_iterator.__iter__" => itself,
        "range_iterator.__next__" => next,
        "range_iterator.__length_hint__" => length_hint,
        "set_iterator.__iter__" => itself,
        "set_iterator.__next__" => next,
        "set_iterator.__length_hint__" => length_hint,
        "dict_keyiterator.__iter__" => itself,
        "dict_keyiterator.__next__" => next,
        "dict_keyiterator.__length_hint__" => length_hint,
        "dict_valueiterator.__iter__" => itself,
        "dict_valueiterator.__next__" => next,
        "dict_valueiterator.__length_hint__" => length_hint,
        "dict_itemiterator.__iter__" => itself,
        "dict_itemiterator.__next__" => next,
        "dict_itemiterator.__length_hint__" => length_hint,
        "dict_reversekeyiterator.__iter__" => itself,
        "dict_reversekeyiterator.__next__" => next,
        "iterator.__iter__" => itself,
        "iterator.__next__" => next,
        "callable_iterator.__iter__" => itself,
        "callable_iterator.__next__" => next,
        "enumerate.__iter__" => itself,
        "enumerate.__next__" => next,
        "zip.__iter__" => itself,
        "zip.__next__" => next,
        "map.__iter__" => itself,
        "map.__next__" => next,
        "filter.__iter__" => itself,
        "filter.__next__" => next,
        "reversed.__iter__" => itself,
        "reversed.__next__" => next,
        "list_iterator.__setstate__" => setstate,
        "list_reverseiterator.__setstate__" => setstate,
        "tuple_iterator.__setstate__" => setstate,
        "str_ascii_iterator.__setstate__" => setstate,
        "str_iterator.__setstate__" => setstate,
        "bytes_iterator.__setstate__" => setstate,
        "range_iterator.__setstate__" => setstate,
        "iterator.__setstate__" => setstate,
        "reversed.__setstate__" => setstate,
        "zip.__setstate__" => |vm, args| {
            let strict = vm.takes_one("zip.__setstate__", args)?;
            let strict = vm.truth(strict)?;
            if let Value::Obj(id) = args.get(0)
                && let Data::Iter(data) = &mut vm.heap.get_mut(id).data
                && let IterData::Zip { strict: kept, .. } = &mut **data
            {
                *kept = strict;
            }
            Ok(Value::None)
        },
        "reversed.__length_hint__" => |_, _| Err(Fail::Python),
        "iterator.__length_hint__" => |_, _| Err(Fail::Python),
    ],
    statics: natives![
        "enumerate.__new__" => enumerate_new,
        "zip.__new__" => zip_new,
        "map.__new__" => map_new,
        "filter.__new__" => filter_new,
        "reversed.__new__" => reversed_new,
    ],
    functions: natives![
        "prelude._iter_parts" => parts,
        "prelude._iter_advance" => advance,
        "prelude._iter_end" => end,
        "prelude._iter_make" => make,
        "prelude._iter_copy" => |vm, args| match (vm.data(args.get(0)), args.get(0)) {
            (Some(Data::Iter(data)), Value::Obj(id)) => {
                let (class, data) = (vm.class_of(Value::Obj(id)), Cow::new((**data).clone()));
                Ok(vm.instance(class, Data::Iter(data)))
            }
            (_, other) => Ok(other),
        },
        "prelude._iter_over" => |vm, args| vm.iter_data(args.get(0)),
    ],
    ..NONE
};

fn itself(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("iterator.__iter__", args)?;
    Ok(args.pos[0])
}

fn next(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("iterator.__next__", args)?;
    if !matches!(vm.data(args.pos[0]), Some(Data::Iter(_))) {
        let name = vm.class(vm.class_of(args.pos[0])).name.clone();
        return Err(vm.type_error(format!("'{name}' object is not initialized")));
    }
    match vm.next(args.pos[0])? {
        Some(item) => Ok(item),
        None => Err(vm.stop_iteration(Value::Null)),
    }
}

fn length_hint(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("iterator.__length_hint__", args)?;
    let Some(Data::Iter(data)) = vm.data(args.pos[0]) else { return Ok(Value::NotImplemented) };
    let left = match **data {
        IterData::Seq { seq, index } => match vm.items(seq) {
            Some(items) => items.len().saturating_sub(index),
            None => 0,
        },
        IterData::Reversed { index, .. } => index,
        IterData::Range { left, .. } => left as usize,
        IterData::Set { table, at, len, .. } => {
            if table.is_null() {
                0
            } else {
                len - at
            }
        }
        IterData::Table { table, left, .. } => {
            if table.is_null() {
                0
            } else {
                left
            }
        }
        _ => return Ok(Value::NotImplemented),
    };
    Ok(Value::Int(left as i64))
}

/// `__setstate__(index)`: goes to that place, or to the nearest one there is.
fn setstate(vm: &mut Vm, args: Args) -> Res {
    let state = vm.takes_one("iterator.__setstate__", args)?;
    let wanted = vm.as_index(state)?;
    let Value::Obj(id) = args.pos[0] else { return Ok(Value::None) };
    let Data::Iter(data) = &vm.heap.get(id).data else { return Ok(Value::None) };
    let place = match **data {
        IterData::Seq { seq, .. } | IterData::Reversed { seq, .. } => match vm.data(seq) {
            Some(Data::Str(text)) if matches!(**data, IterData::Seq { .. }) => {
                let at = usize::try_from(wanted).unwrap_or(0);
                text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte)
            }
            // A list's is over then.
            Some(Data::List(items)) if wanted < 0 && matches!(**data, IterData::Seq { .. }) => items.len(),
            Some(sequence) if sequence.is_sequence() => {
                let len = vm.len_data(seq)? as i64;
                // Backwards the place is the number of items that are left.
                let forwards = matches!(**data, IterData::Seq { .. });
                let place = if forwards { wanted } else { wanted.saturating_add(1) };
                place.clamp(0, len) as usize
            }
            _ => usize::try_from(wanted).unwrap_or(0),
        },
        IterData::Range { left, .. } => wanted.clamp(0, i64::try_from(left).unwrap_or(i64::MAX)) as usize,
        _ => 0,
    };
    if let Data::Iter(data) = &mut vm.heap.get_mut(id).data {
        match &mut **data {
            IterData::Seq { index, .. } | IterData::Reversed { index, .. } => *index = place,
            IterData::Range { next, step, left } => {
                *next = next.wrapping_add(step.wrapping_mul(place as i64));
                *left -= place as u64;
            }
            _ => {}
        }
    }
    Ok(Value::None)
}

/// Makes the iterator if the class is the built-in one or a subclass of it.
fn made(vm: &mut Vm, args: Args, name: &str, data: IterData) -> Res {
    let class = vm.new_class(name, args)?;
    Ok(vm.instance(class, Data::Iter(Cow::new(data))))
}

fn enumerate_new(vm: &mut Vm, args: Args) -> Res {
    let [iterable, start] = vm.params("enumerate", &args, 1, ["iterable", "start"], 1, 0)?;
    let count = match start {
        Value::Null => Value::Int(0),
        value => {
            if vm.index_clamped(value)?.is_none() {
                let class = vm.class_name(value);
                return Err(vm.type_error(format!("'{class}' object cannot be interpreted as an integer")));
            }
            let big = vm.as_big(value).unwrap_or_default();
            vm.int(big)
        }
    };
    let iter = vm.iter(iterable)?;
    made(vm, args, "enumerate", IterData::Enumerate { iter, count })
}

fn all_iters(vm: &mut Vm, sources: &[Value]) -> Res<Box<[Value]>> {
    sources.iter().map(|source| vm.iter(*source)).collect()
}

fn zip_new(vm: &mut Vm, args: Args) -> Res {
    for (key, _) in args.kw {
        if key.as_str() != "strict" {
            return Err(vm.type_error(format!("zip() got an unexpected keyword argument '{key}'")));
        }
    }
    let strict = match args.keyword("strict") {
        Value::Null => false,
        value => vm.truth(value)?,
    };
    let iters = all_iters(vm, &args.pos[1..])?;
    made(vm, args, "zip", IterData::Zip { iters, strict })
}

fn map_new(vm: &mut Vm, args: Args) -> Res {
    vm.no_keywords("map", &args)?;
    if args.pos.len() < 3 {
        return Err(vm.type_error("map() must have at least two arguments."));
    }
    let iters = all_iters(vm, &args.pos[2..])?;
    made(vm, args, "map", IterData::Map { func: args.pos[1], iters })
}

fn filter_new(vm: &mut Vm, args: Args) -> Res {
    vm.no_keywords("filter", &args)?;
    vm.count_args("filter", args.pos.len() - 1, 2, 2)?;
    let iter = vm.iter(args.pos[2])?;
    made(vm, args, "filter", IterData::Filter { func: args.pos[1], iter })
}

fn reversed_new(vm: &mut Vm, args: Args) -> Res {
    vm.no_keywords("reversed", &args)?;
    vm.count_args("reversed", args.pos.len() - 1, 1, 1)?;
    let source = args.pos[1];
    let class = vm.class_of(source);
    if let Some(method) = vm.lookup(class, crate::name!("__reversed__")) {
        return match vm.data(method) {
            Some(&Data::Native { def, .. }) => vm.call_native(def, Args::pos(&[source])),
            Some(_) => Err(Fail::Python),
            None => Err(not_reversible(vm, source)),
        };
    }
    let sequence = vm.data(source).is_some_and(Data::is_sequence) && !vm.class(class).flags.heap;
    if sequence {
        let index = vm.len_data(source)?;
        return made(vm, args, "reversed", IterData::Reversed { seq: source, index });
    }
    if vm.lookup(class, crate::name!("__getitem__")).is_some()
        && vm.lookup(class, crate::name!("__len__")).is_some()
        && !matches!(vm.data(source), Some(Data::Dict(_) | Data::Set(_)))
    {
        return Err(Fail::Python);
    }
    Err(not_reversible(vm, source))
}

fn not_reversible(vm: &mut Vm, source: Value) -> Fail {
    let class = vm.class_name(source);
    vm.type_error(format!("'{class}' object is not reversible"))
}

/// `_iter_parts(iterator)`: what it stands on, as a tuple. Empty once it is exhausted.
fn parts(vm: &mut Vm, args: Args) -> Res {
    let Some(Data::Iter(data)) = vm.data(args.get(0)) else { return Ok(vm.tuple([])) };
    let items: Vec<Value> = match &**data {
        IterData::Seq { seq, index } | IterData::Reversed { seq, index } => {
            match (seq, vm.data(*seq)) {
                (Value::Null, _) => Vec::new(),
                // Over a str it counts bytes.
                (_, Some(Data::Str(text))) if matches!(**data, IterData::Seq { .. }) => {
                    vec![*seq, Value::Int(text[..*index].chars().count() as i64)]
                }
                _ => vec![*seq, Value::Int(*index as i64)],
            }
        }
        IterData::Call { callable, sentinel } => {
            if callable.is_null() {
                Vec::new()
            } else {
                vec![*callable, *sentinel]
            }
        }
        IterData::Enumerate { iter, count } => vec![*iter, *count],
        IterData::Zip { iters, strict } => {
            let (iters, strict) = (iters.clone(), *strict);
            vec![vm.tuple(iters), Value::Bool(strict)]
        }
        IterData::Map { func, iters } => {
            let (func, iters) = (*func, iters.clone());
            vec![func, vm.tuple(iters)]
        }
        IterData::Filter { func, iter } => vec![*func, *iter],
        IterData::Range { next, step, left } => {
            let (next, step, left) = (*next, *step, *left);
            vec![Value::Int(next), Value::Int(step), vm.int(malachite_bigint::BigInt::from(left))]
        }
        IterData::Table { .. } | IterData::Set { .. } => Vec::new(),
    };
    Ok(vm.tuple(items))
}

fn iterator_id(vm: &mut Vm, args: Args) -> Res<Id> {
    match args.get(0) {
        Value::Obj(id) => Ok(id),
        _ => Err(vm.type_error("an iterator is required")),
    }
}

/// `_iter_advance(iterator)`: one item further; an `enumerate` counts up.
fn advance(vm: &mut Vm, args: Args) -> Res {
    let id = iterator_id(vm, args)?;
    if let Data::Iter(data) = &vm.heap.get(id).data
        && let IterData::Enumerate { count, .. } = **data
    {
        vm.count_up(id, count);
        return Ok(Value::None);
    }
    if let Data::Iter(data) = &mut vm.heap.get_mut(id).data {
        match &mut **data {
            IterData::Seq { index, .. } => *index += 1,
            IterData::Reversed { index, .. } => *index = index.saturating_sub(1),
            _ => {}
        }
    }
    Ok(Value::None)
}

/// `_iter_end(iterator)`: it is exhausted and lets go of what it stood on.
fn end(vm: &mut Vm, args: Args) -> Res {
    let id = iterator_id(vm, args)?;
    vm.heap.update(id, |object| {
        if let Data::Iter(data) = &mut object.data {
            match &mut **data {
                IterData::Seq { seq, .. } | IterData::Reversed { seq, .. } => *seq = Value::Null,
                IterData::Call { callable, sentinel } => (*callable, *sentinel) = (Value::Null, Value::Null),
                _ => {}
            }
        }
    });
    Ok(Value::None)
}

/// `_iter_make(class, kind, a, b)`: an iterator object from parts that the prelude has asked for.
fn make(vm: &mut Vm, args: Args) -> Res {
    let class = vm.new_class("iterator", args)?;
    let kind = vm.as_str(args.get(1)).unwrap_or_else(|| "".into());
    let (a, b) = (args.get(2), args.get(3));
    let data = match kind.as_str() {
        "enumerate" => IterData::Enumerate { iter: a, count: b },
        "zip" => IterData::Zip { iters: vm.items(a).unwrap_or_default().into(), strict: vm.truth(b)? },
        "map" => IterData::Map { func: a, iters: vm.items(b).unwrap_or_default().into() },
        "filter" => IterData::Filter { func: a, iter: b },
        "call" => IterData::Call { callable: a, sentinel: b },
        "reversed" => IterData::Reversed { seq: a, index: vm.as_i64(b).unwrap_or(0).max(0) as usize },
        _ => IterData::Seq { seq: a, index: 0 },
    };
    Ok(vm.instance(class, Data::Iter(Cow::new(data))))
}
