//! `list`: its methods. Sorting is in `list_sort.rs`, special methods in `list_dunder.rs`.
//!
//! Where an element has its own `__eq__`, or what is consumed is written in Python, the prelude's `list__…`
//! does the work.

use crate::natives;
use crate::vm::iter::ITEMS_MAX;
use crate::vm::native::{Args, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};

pub const TABLES: Tables = Tables {
    methods: natives![
        "list.append" => append,
        "list.extend" => extend,
        "list.insert" => insert,
        "list.pop" => pop,
        "list.remove" => remove,
        "list.clear" => clear,
        "list.copy" => copy,
        "list.reverse" => reverse,
        "list.index" => index,
        "list.count" => count,
    ],
    statics: natives!["list.__new__" => new],
    ..NONE
};

fn new(vm: &mut Vm, args: Args) -> Res {
    let class = vm.new_class("list", args)?;
    Ok(vm.instance(class, Data::List(Vec::new())))
}

/// The items of a list, to read.
pub fn list_items(vm: &Vm, list: Id) -> &[Value] {
    vm.items(Value::Obj(list)).unwrap_or_default()
}

fn append(vm: &mut Vm, args: Args) -> Res {
    let item = vm.takes_one("list.append", args)?;
    let list = vm.this("list.append", args, ty::LIST)?;
    if list_items(vm, list).len() >= ITEMS_MAX {
        return Err(vm.memory_error());
    }
    vm.list_push(list, item);
    Ok(Value::None)
}

fn extend(vm: &mut Vm, args: Args) -> Res {
    let other = vm.takes_one("list.extend", args)?;
    let list = vm.this("list.extend", args, ty::LIST)?;
    let items = vm.collect(other)?;
    let at = list_items(vm, list).len();
    vm.check_items(at + items.len())?;
    vm.list_splice(list, at..at, &items);
    Ok(Value::None)
}

fn insert(vm: &mut Vm, args: Args) -> Res {
    vm.some_args("list.insert", args, 2, 2)?;
    let list = vm.this("list.insert", args, ty::LIST)?;
    let len = list_items(vm, list).len();
    let at = vm.clamped(args.pos[1])?;
    let at = if at < 0 { at.saturating_add(len as i64).max(0) } else { at.min(len as i64) } as usize;
    vm.check_items(len + 1)?;
    vm.list_splice(list, at..at, &[args.pos[2]]);
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: Args) -> Res {
    vm.some_args("list.pop", args, 0, 1)?;
    let list = vm.this("list.pop", args, ty::LIST)?;
    let len = list_items(vm, list).len();
    let at = if args.pos.len() == 2 { vm.clamped(args.pos[1])? } else { -1 };
    if len == 0 {
        return Err(vm.index_error("pop from empty list"));
    }
    let at = if at < 0 { at.saturating_add(len as i64) } else { at };
    if at < 0 || at >= len as i64 {
        return Err(vm.index_error("pop index out of range"));
    }
    let at = at as usize;
    let item = list_items(vm, list)[at];
    vm.list_splice(list, at..at + 1, &[]);
    Ok(item)
}

fn find(vm: &Vm, list: Id, item: Value, range: std::ops::Range<usize>) -> Res<Option<usize>> {
    let items = list_items(vm, list);
    for at in range {
        let Some(other) = items.get(at) else { break };
        if vm.eq(*other, item)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn remove(vm: &mut Vm, args: Args) -> Res {
    let item = vm.takes_one("list.remove", args)?;
    let list = vm.this("list.remove", args, ty::LIST)?;
    let len = list_items(vm, list).len();
    match find(vm, list, item, 0..len)? {
        Some(at) => {
            vm.list_splice(list, at..at + 1, &[]);
            Ok(Value::None)
        }
        None => Err(vm.value_error("list.remove(x): x not in list")),
    }
}

fn clear(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("list.clear", args)?;
    let list = vm.this("list.clear", args, ty::LIST)?;
    let len = list_items(vm, list).len();
    vm.list_splice(list, 0..len, &[]);
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("list.copy", args)?;
    let list = vm.this("list.copy", args, ty::LIST)?;
    let items = list_items(vm, list).to_vec();
    Ok(vm.list(items))
}

fn reverse(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("list.reverse", args)?;
    let list = vm.this("list.reverse", args, ty::LIST)?;
    if let Data::List(items) = &mut vm.heap.get_mut(list).data {
        items.reverse();
    }
    Ok(Value::None)
}

fn index(vm: &mut Vm, args: Args) -> Res {
    vm.some_args("list.index", args, 1, 3)?;
    let list = vm.this("list.index", args, ty::LIST)?;
    let len = list_items(vm, list).len();
    let (start, stop) = (vm.bound(args.get(2), len, 0)?, vm.bound(args.get(3), len, len)?);
    match find(vm, list, args.pos[1], start..stop)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => {
            // Before 3.14 the message names the value; a value that needs Python to be shown is not named.
            let shown = vm.repr(args.pos[1]);
            match shown {
                Ok(text) => Err(vm.value_error(format!("{text} is not in list"))),
                Err(_) => Err(vm.value_error("list.index(x): x not in list")),
            }
        }
    }
}

fn count(vm: &mut Vm, args: Args) -> Res {
    let item = vm.takes_one("list.count", args)?;
    let list = vm.this("list.count", args, ty::LIST)?;
    let mut found = 0;
    for other in list_items(vm, list) {
        found += i64::from(vm.eq(*other, item)?);
    }
    Ok(Value::Int(found))
}
