//! `collections.deque` and its iterator, after Modules/_collectionsmodule.c.
//!
//! The prelude's `deque__…` functions compare elements with an `__eq__` of their own and walk through iterables
//! written in Python.

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};
use std::collections::VecDeque;

/// Methods of `deque`; the special ones are in `deque_dunder.rs`.
pub const TABLES: Tables = Tables {
    methods: natives![
        "deque.append" => append,
        "deque.appendleft" => appendleft,
        "deque.pop" => pop,
        "deque.popleft" => popleft,
        "deque.extend" => extend,
        "deque.extendleft" => extendleft,
        "deque.clear" => clear,
        "deque.copy" => copy,
        "deque.count" => count,
        "deque.index" => index,
        "deque.insert" => insert,
        "deque.remove" => remove,
        "deque.reverse" => reverse,
        "deque.rotate" => rotate,
    ],
    getters: natives!["deque.maxlen" => maxlen],
    functions: natives!["prelude._deque_extend" => extend_list, "prelude._deque_init" => init_list],
    ..NONE
};

/// Most elements of one deque.
const ITEMS_MAX: usize = 4_000_000;

/// Fills the module `_collections` with the native classes.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    vm.set_name(dict, &"deque".into(), Value::Obj(ty::DEQUE));
    vm.set_name(dict, &"_deque_iterator".into(), Value::Obj(ty::DEQUE_ITERATOR));
    Ok(())
}

/// `self` of a method, with its data.
pub(super) fn this(vm: &mut Vm, name: &str, args: Args) -> Res<Id> {
    if let Value::Obj(id) = args.get(0)
        && matches!(vm.heap.get(id).data, Data::Deque { .. })
    {
        return Ok(id);
    }
    Err(vm.type_error(format!("descriptor '{name}' requires a 'collections.deque' object")))
}

/// The elements and the greatest length.
pub(super) fn parts(vm: &Vm, id: Id) -> (&VecDeque<Value>, Option<usize>) {
    match &vm.heap.get(id).data {
        Data::Deque { items, maxlen } => (items, *maxlen),
        other => panic!("internal error: {other:?} is no deque"),
    }
}

/// The elements for writing; the caller keeps the counts.
pub(super) fn items_mut(vm: &mut Vm, id: Id) -> &mut VecDeque<Value> {
    match &mut vm.heap.get_mut(id).data {
        Data::Deque { items, .. } => items,
        other => panic!("internal error: {other:?} is no deque"),
    }
}

fn one(vm: &mut Vm, name: &str, args: Args) -> Res<(Id, Value)> {
    let id = this(vm, name, args)?;
    if args.pos.len() != 2 || !args.kw.is_empty() {
        let given = args.pos.len() - 1 + args.kw.len();
        return Err(vm.type_error(format!("deque.{name}() takes exactly one argument ({given} given)")));
    }
    Ok((id, args.pos[1]))
}

fn none(vm: &mut Vm, name: &str, args: Args) -> Res<Id> {
    let id = this(vm, name, args)?;
    if args.pos.len() != 1 || !args.kw.is_empty() {
        let given = args.pos.len() - 1 + args.kw.len();
        return Err(vm.type_error(format!("deque.{name}() takes no arguments ({given} given)")));
    }
    Ok(id)
}

/// Adds at one end; a full deque loses its element at the other end.
pub(super) fn add(vm: &mut Vm, id: Id, value: Value, left: bool) -> Res<()> {
    let (items, maxlen) = parts(vm, id);
    if items.len() >= ITEMS_MAX {
        return Err(Fail::Raise(vm.exception(ty::MEMORY_ERROR, vec![])));
    }
    if maxlen == Some(0) {
        return Ok(());
    }
    let full = maxlen.is_some_and(|max| items.len() >= max);
    vm.heap.inc(value);
    let items = items_mut(vm, id);
    let lost = match (full, left) {
        (false, _) => None,
        (true, true) => items.pop_back(),
        (true, false) => items.pop_front(),
    };
    if left {
        items.push_front(value);
    } else {
        items.push_back(value);
    }
    if let Some(lost) = lost {
        vm.heap.dec(lost);
    }
    Ok(())
}

fn append(vm: &mut Vm, args: Args) -> Res {
    let (id, value) = one(vm, "append", args)?;
    add(vm, id, value, false)?;
    Ok(Value::None)
}

fn appendleft(vm: &mut Vm, args: Args) -> Res {
    let (id, value) = one(vm, "appendleft", args)?;
    add(vm, id, value, true)?;
    Ok(Value::None)
}

fn take(vm: &mut Vm, id: Id, left: bool) -> Res {
    if parts(vm, id).0.is_empty() {
        return Err(vm.index_error("pop from an empty deque"));
    }
    let items = items_mut(vm, id);
    let value = if left { items.pop_front() } else { items.pop_back() }.unwrap_or(Value::None);
    vm.heap.dec(value);
    Ok(value)
}

fn pop(vm: &mut Vm, args: Args) -> Res {
    let id = none(vm, "pop", args)?;
    take(vm, id, false)
}

fn popleft(vm: &mut Vm, args: Args) -> Res {
    let id = none(vm, "popleft", args)?;
    take(vm, id, true)
}

/// The elements of an iterable argument; a deque gives its own.
pub(super) fn gather(vm: &mut Vm, value: Value) -> Res<Vec<Value>> {
    match vm.data(value) {
        Some(Data::Deque { items, .. }) => Ok(items.iter().copied().collect()),
        _ => vm.collect(value),
    }
}

fn extend(vm: &mut Vm, args: Args) -> Res {
    let (id, iterable) = one(vm, "extend", args)?;
    for value in gather(vm, iterable)? {
        add(vm, id, value, false)?;
    }
    Ok(Value::None)
}

fn extendleft(vm: &mut Vm, args: Args) -> Res {
    let (id, iterable) = one(vm, "extendleft", args)?;
    for value in gather(vm, iterable)? {
        add(vm, id, value, true)?;
    }
    Ok(Value::None)
}

/// `_deque_extend(deque, list, left)`, for the prelude.
fn extend_list(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "extend", args)?;
    for value in vm.collect(args.get(1))? {
        add(vm, id, value, args.get(2) == Value::Bool(true))?;
    }
    Ok(Value::None)
}

/// `_deque_init(deque, list, maxlen)`, for the prelude.
fn init_list(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "__init__", args)?;
    let values = vm.collect(args.get(1))?;
    fill(vm, id, values, args.get(2))
}

/// What `__init__` does with its arguments.
pub(super) fn fill(vm: &mut Vm, id: Id, values: Vec<Value>, maxlen: Value) -> Res {
    let max = match maxlen {
        Value::Null | Value::None => None,
        other => match vm.as_i64(other) {
            Some(n) if n >= 0 => Some(n as usize),
            Some(_) => return Err(vm.value_error("maxlen must be non-negative")),
            None => return Err(vm.type_error("an integer is required")),
        },
    };
    vm.heap.update(id, |object| object.data = Data::Deque { items: Cow::default(), maxlen: max });
    for value in values {
        add(vm, id, value, false)?;
    }
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: Args) -> Res {
    let id = none(vm, "clear", args)?;
    let old = std::mem::take(items_mut(vm, id));
    old.into_iter().for_each(|v| vm.heap.dec(v));
    Ok(Value::None)
}

/// A deque of the same class and length limit with these elements.
pub(super) fn like(vm: &mut Vm, id: Id, items: VecDeque<Value>) -> Value {
    let class = vm.heap.get(id).class;
    let maxlen = parts(vm, id).1;
    vm.new_instance(class, Data::Deque { items: Cow::new(items), maxlen })
}

pub(super) fn copy(vm: &mut Vm, args: Args) -> Res {
    let id = none(vm, "copy", args)?;
    let items = parts(vm, id).0.clone();
    Ok(like(vm, id, items))
}

/// Position of the first element from `start` on that is or equals `value`.
pub(super) fn find(vm: &Vm, id: Id, value: Value, range: std::ops::Range<usize>) -> Res<Option<usize>> {
    let (items, _) = parts(vm, id);
    for at in range {
        let Some(item) = items.get(at) else { break };
        if item.is(value) || vm.eq(*item, value)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn count(vm: &mut Vm, args: Args) -> Res {
    let (id, value) = one(vm, "count", args)?;
    let mut n = 0;
    for item in parts(vm, id).0 {
        if item.is(value) || vm.eq(*item, value)? {
            n += 1;
        }
    }
    Ok(Value::Int(n))
}

fn index(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "index", args)?;
    if !(2..=4).contains(&args.pos.len()) {
        let given = args.pos.len() - 1;
        return Err(vm.type_error(format!("index expected at least 1 argument, got {given}")));
    }
    let len = parts(vm, id).0.len() as i64;
    let mut bounds = [0, len];
    for (at, bound) in bounds.iter_mut().enumerate() {
        if !args.get(at + 2).is_null() {
            let n = vm.as_index(args.get(at + 2))?;
            *bound = if n < 0 { (n + len).max(0) } else { n.min(len) };
        }
    }
    match find(vm, id, args.pos[1], bounds[0] as usize..bounds[1] as usize)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => {
            let text = vm.repr(args.pos[1])?;
            Err(vm.value_error(format!("{} is not in deque", text.as_str())))
        }
    }
}

fn insert(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "insert", args)?;
    if args.pos.len() != 3 {
        let given = args.pos.len() - 1;
        return Err(vm.type_error(format!("insert expected 2 arguments, got {given}")));
    }
    let (items, maxlen) = parts(vm, id);
    let len = items.len() as i64;
    if maxlen.is_some_and(|max| items.len() >= max) {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    let at = vm.as_index(args.pos[1])?;
    let at = if at < 0 { (at + len).max(0) } else { at.min(len) };
    vm.heap.inc(args.pos[2]);
    items_mut(vm, id).insert(at as usize, args.pos[2]);
    Ok(Value::None)
}

/// Takes out the element at a position.
pub(super) fn delete(vm: &mut Vm, id: Id, at: usize) {
    if let Some(old) = items_mut(vm, id).remove(at) {
        vm.heap.dec(old);
    }
}

fn remove(vm: &mut Vm, args: Args) -> Res {
    let (id, value) = one(vm, "remove", args)?;
    let len = parts(vm, id).0.len();
    match find(vm, id, value, 0..len)? {
        Some(at) => {
            delete(vm, id, at);
            Ok(Value::None)
        }
        None => {
            let text = vm.repr(value)?;
            Err(vm.value_error(format!("{} is not in deque", text.as_str())))
        }
    }
}

fn reverse(vm: &mut Vm, args: Args) -> Res {
    let id = none(vm, "reverse", args)?;
    items_mut(vm, id).make_contiguous().reverse();
    Ok(Value::None)
}

fn rotate(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "rotate", args)?;
    let n = match args.get(1) {
        Value::Null => 1,
        value => vm.as_index(value)?,
    };
    let items = items_mut(vm, id);
    if !items.is_empty() {
        let n = n.rem_euclid(items.len() as i64) as usize;
        items.rotate_right(n);
    }
    Ok(Value::None)
}

fn maxlen(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, "maxlen", args)?;
    Ok(parts(vm, id).1.map_or(Value::None, |max| Value::Int(max as i64)))
}

/// What operators answer for operands that are not theirs.
pub(super) fn not_deque(vm: &Vm, value: Value) -> bool {
    !matches!(vm.data(value), Some(Data::Deque { .. }))
}

/// Fails over to the prelude if an element has to be asked in Python.
pub(super) fn index_of(vm: &mut Vm, id: Id, key: Value) -> Res<usize> {
    let len = parts(vm, id).0.len() as i64;
    let n = match key {
        Value::Int(n) => n,
        other => match vm.as_index(other) {
            Ok(n) => n,
            Err(Fail::Python) => return Err(Fail::Python),
            Err(_) => {
                let class = vm.class_name(other);
                return Err(
                    vm.type_error(format!("sequence index must be integer, not '{}'", class.as_str()))
                );
            }
        },
    };
    let n = if n < 0 { n + len } else { n };
    if (0..len).contains(&n) {
        return Ok(n as usize);
    }
    Err(vm.index_error("deque index out of range"))
}
