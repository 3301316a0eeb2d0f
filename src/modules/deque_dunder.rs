//! `collections.deque`: its special methods, and its iterator.
//!
//! The iterator keeps the deque, its place, the length at its start and the element that it gave last: a change
//! in between shows in one of them.

use super::deque::{
    add, copy, delete, fill, find, gather, index_of, items_mut, like, not_deque, parts, this,
};
use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::{PyStr, Value};
use crate::vm::{Vm, ty};
use std::collections::VecDeque;

/// Special methods of `deque` and its iterator.
pub const TABLES: Tables = Tables {
    methods: natives![
        "deque.__init__" => init,
        "deque.__len__" => len,
        "deque.__bool__" => truth,
        "deque.__getitem__" => getitem,
        "deque.__setitem__" => setitem,
        "deque.__delitem__" => delitem,
        "deque.__contains__" => contains,
        "deque.__iter__" => iter,
        "deque.__reversed__" => reversed,
        "deque.__repr__" => repr,
        "deque.__add__" => concat,
        "deque.__iadd__" => iadd,
        "deque.__mul__" => mul,
        "deque.__rmul__" => mul,
        "deque.__imul__" => imul,
        "deque.__copy__" => copy,
        "deque.__reduce__" => reduce,
        "_deque_iterator.__iter__" => itself,
        "_deque_iterator.__next__" => next,
        "_deque_iterator.__length_hint__" => left,
    ],
    statics: natives!["deque.__new__" => new],
    classmethods: natives!["deque.__class_getitem__" => class_getitem],
    ..NONE
};

fn new(vm: &mut Vm, args: Args) -> Res {
    match args.get(0) {
        Value::Obj(class) if vm.is_class(args.get(0)) => {
            Ok(vm.new_instance(class, Data::Deque { items: Cow::default(), maxlen: None }))
        }
        _ => Err(vm.type_error("deque.__new__(X): X is not a type object")),
    }
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__init__", args)?;
    if args.pos.len() > 3 {
        let given = args.pos.len() - 1;
        return Err(vm.type_error(format!("deque() takes at most 2 arguments ({given} given)")));
    }
    if let Some((name, _)) = args.kw.iter().find(|(name, _)| !matches!(name.as_str(), "iterable" | "maxlen"))
    {
        let text = format!("deque() got an unexpected keyword argument '{}'", name.as_str());
        return Err(vm.type_error(text));
    }
    let iterable = args.get(1).or(args.keyword("iterable"));
    let maxlen = args.get(2).or(args.keyword("maxlen"));
    let values = if iterable.is_null() { Vec::new() } else { gather(vm, iterable)? };
    fill(vm, id, values, maxlen)
}

fn len(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__len__", args)?;
    Ok(Value::Int(parts(vm, id).0.len() as i64))
}

fn truth(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__bool__", args)?;
    Ok(Value::Bool(!parts(vm, id).0.is_empty()))
}

fn getitem(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__getitem__", args)?;
    let at = index_of(vm, id, args.get(1))?;
    Ok(parts(vm, id).0[at])
}

fn setitem(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__setitem__", args)?;
    let at = index_of(vm, id, args.get(1))?;
    let value = args.get(2);
    vm.heap.inc(value);
    let old = std::mem::replace(&mut items_mut(vm, id)[at], value);
    vm.heap.dec(old);
    Ok(Value::None)
}

fn delitem(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__delitem__", args)?;
    let at = index_of(vm, id, args.get(1))?;
    delete(vm, id, at);
    Ok(Value::None)
}

fn contains(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__contains__", args)?;
    let len = parts(vm, id).0.len();
    Ok(Value::Bool(find(vm, id, args.get(1), 0..len)?.is_some()))
}

fn iterator(vm: &mut Vm, deque: Value, len: usize, backwards: bool) -> Value {
    let fields = [deque, Value::Int(0), Value::Int(len as i64), Value::Null, Value::Bool(backwards)];
    vm.alloc(ty::DEQUE_ITERATOR, Data::Fields(fields.into()))
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__iter__", args)?;
    let len = parts(vm, id).0.len();
    Ok(iterator(vm, Value::Obj(id), len, false))
}

fn reversed(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__reversed__", args)?;
    let len = parts(vm, id).0.len();
    Ok(iterator(vm, Value::Obj(id), len, true))
}

fn itself(_: &mut Vm, args: Args) -> Res {
    Ok(args.get(0))
}

fn place(vm: &mut Vm, iterator: Value) -> Res<[Value; 5]> {
    match vm.data(iterator) {
        Some(Data::Fields(fields)) if fields.len() == 5 => {
            Ok([fields[0], fields[1], fields[2], fields[3], fields[4]])
        }
        _ => Err(vm.type_error("descriptor '__next__' requires a '_collections._deque_iterator' object")),
    }
}

fn next(vm: &mut Vm, args: Args) -> Res {
    let [deque, at, len, last, backwards] = place(vm, args.get(0))?;
    let (Value::Obj(id), Value::Int(at), Value::Int(len)) = (deque, at, len) else {
        return Err(vm.stop_iteration(Value::Null));
    };
    let items = parts(vm, id).0;
    let position = |at: i64| if backwards == Value::Bool(true) { len - 1 - at } else { at } as usize;
    let moved = at > 0 && !items.get(position(at - 1)).is_some_and(|item| item.is(last));
    if items.len() as i64 != len || moved {
        return Err(vm.raise(ty::RUNTIME_ERROR, "deque mutated during iteration"));
    }
    if at >= len {
        return Err(vm.stop_iteration(Value::Null));
    }
    let item = items[position(at)];
    if let Value::Obj(iterator) = args.get(0) {
        vm.heap.replace(iterator, item, |object, item| match &mut object.data {
            Data::Fields(fields) => {
                fields[1] = Value::Int(at + 1);
                std::mem::replace(&mut fields[3], item)
            }
            _ => item,
        });
    }
    Ok(item)
}

fn left(vm: &mut Vm, args: Args) -> Res {
    let [_, at, len, ..] = place(vm, args.get(0))?;
    match (at, len) {
        (Value::Int(at), Value::Int(len)) => Ok(Value::Int((len - at).max(0))),
        _ => Ok(Value::Int(0)),
    }
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__repr__", args)?;
    let (items, maxlen) = parts(vm, id);
    let items: Vec<Value> = items.iter().copied().collect();
    if items.iter().any(|item| !not_deque(vm, *item)) {
        return Err(Fail::Python);
    }
    let list = vm.list(items);
    let text = vm.repr(list)?;
    let name = vm.class_name(args.get(0));
    let limit = maxlen.map_or(String::new(), |max| format!(", maxlen={max}"));
    Ok(vm.str(format!("{}({}{limit})", name.as_str(), text.as_str())))
}

fn concat(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__add__", args)?;
    let other = args.get(1);
    if not_deque(vm, other) {
        let class = vm.class_name(other);
        let text = format!("can only concatenate deque (not \"{}\") to deque", class.as_str());
        return Err(vm.type_error(text));
    }
    let items = parts(vm, id).0.clone();
    let made = like(vm, id, items);
    if let Value::Obj(made) = made {
        for value in gather(vm, other)? {
            add(vm, made, value, false)?;
        }
    }
    Ok(made)
}

fn iadd(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__iadd__", args)?;
    for value in gather(vm, args.get(1))? {
        add(vm, id, value, false)?;
    }
    Ok(args.get(0))
}

fn repeated(vm: &mut Vm, args: Args) -> Res<Vec<Value>> {
    let id = this(vm, "__mul__", args)?;
    let n = vm.as_index(args.get(1))?.max(0) as usize;
    let items: Vec<Value> = parts(vm, id).0.iter().copied().collect();
    let kept = parts(vm, id).1.unwrap_or(4_000_000);
    if items.len().saturating_mul(n) > kept && parts(vm, id).1.is_none() {
        return Err(Fail::Raise(vm.exception(ty::MEMORY_ERROR, vec![])));
    }
    let total = items.len().saturating_mul(n);
    let skip = total.saturating_sub(kept);
    Ok((skip..total).map(|at| items[at % items.len()]).collect())
}

fn mul(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__mul__", args)?;
    let items = repeated(vm, args)?;
    Ok(like(vm, id, VecDeque::from(items)))
}

fn imul(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__imul__", args)?;
    let items = repeated(vm, args)?;
    let maxlen = parts(vm, id).1;
    vm.heap.update(id, |object| object.data = Data::Deque { items: Cow::new(VecDeque::from(items)), maxlen });
    Ok(args.get(0))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__reduce__", args)?;
    let (items, maxlen) = parts(vm, id);
    let items: Vec<Value> = items.iter().copied().collect();
    let list = vm.list(items);
    let mut inner = vec![list];
    inner.extend(maxlen.map(|max| Value::Int(max as i64)));
    let inner = vm.tuple(inner);
    let class = Value::Obj(vm.class_of(args.get(0)));
    let state = vm.own(args.get(0), &PyStr::from("__dict__")).unwrap_or(Value::None);
    Ok(vm.tuple(vec![class, inner, state]))
}

fn class_getitem(vm: &mut Vm, args: Args) -> Res {
    let params = args.get(1);
    let params = match vm.class_of(params) {
        ty::TUPLE => params,
        _ => vm.tuple(vec![params]),
    };
    Ok(vm.alloc(ty::GENERIC_ALIAS, Data::Alias(Cow::new([args.get(0), params]))))
}
