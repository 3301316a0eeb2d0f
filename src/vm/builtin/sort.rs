//! Sorting: `sorted`, `list.sort`, and the stable sort under them.
//!
//! Keys that compare natively are sorted here. With a key function, or with keys that compare in Python, the
//! prelude's `list__sort` takes the items out of the list, so that the list appears empty meanwhile, and
//! comes back to `_sort_order` with the keys.
//! The host's own sort is not used: it may panic where Python's order is inconsistent.

use crate::natives;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::ops::Cmp;
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};
use std::cmp::Ordering;

pub const TABLES: Tables = Tables {
    methods: natives!["list.sort" => list_sort],
    functions: natives![
        "sorted" => sorted,
        "prelude._take_items" => take_items,
        "prelude._put_items" => put_items,
        "prelude._sort_order" => sort_order,
    ],
    ..NONE
};

/// Runs up to this length are made by insertion.
const RUN: usize = 16;

/// Sorts positions stably by a comparison that may fail: `less(a, b)`.
fn stable_order(len: usize, less: &mut dyn FnMut(usize, usize) -> Res<bool>) -> Res<Vec<usize>> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut start = 0;
    while start < len {
        let end = (start + RUN).min(len);
        for at in start + 1..end {
            let item = order[at];
            let (mut low, mut high) = (start, at);
            // Most data is partly in order: the last place is tried first.
            if !less(item, order[at - 1])? {
                continue;
            }
            high -= 1;
            while low < high {
                let middle = (low + high) / 2;
                if less(item, order[middle])? {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            order.copy_within(low..at, low + 1);
            order[low] = item;
        }
        start = end;
    }
    let mut width = RUN;
    while width < len {
        let mut merged = Vec::with_capacity(len);
        let mut start = 0;
        while start < len {
            let (middle, end) = ((start + width).min(len), (start + 2 * width).min(len));
            merge(&order[start..middle], &order[middle..end], &mut merged, less)?;
            start = end;
        }
        order = merged;
        width *= 2;
    }
    Ok(order)
}

fn merge(
    left: &[usize],
    right: &[usize],
    out: &mut Vec<usize>,
    less: &mut dyn FnMut(usize, usize) -> Res<bool>,
) -> Res<()> {
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        if less(right[j], left[i])? {
            out.push(right[j]);
            j += 1;
        } else {
            out.push(left[i]);
            i += 1;
        }
    }
    out.extend_from_slice(&left[i..]);
    out.extend_from_slice(&right[j..]);
    Ok(())
}

impl Vm {
    /// The stable order of `keys`: positions, smallest key first, or with `reverse` largest first.
    pub fn order_of(&mut self, keys: &[Value], reverse: bool) -> Res<Vec<usize>> {
        let len = keys.len();
        let at = |i: usize| if reverse { len - 1 - i } else { i };
        let mut order = if keys.iter().all(|key| matches!(key, Value::Int(_))) {
            let numbers: Vec<i64> =
                keys.iter().map(|key| if let Value::Int(n) = key { *n } else { 0 }).collect();
            let mut order: Vec<usize> = (0..len).map(at).collect();
            order.sort_by_key(|i| numbers[*i]);
            order
        } else {
            let positions = stable_order(len, &mut |a, b| self.less(keys[at(a)], keys[at(b)]))?;
            positions.into_iter().map(at).collect()
        };
        // Sorting backwards what was turned around keeps equal keys in their order.
        if reverse {
            order.reverse();
        }
        Ok(order)
    }

    fn less(&mut self, a: Value, b: Value) -> Res<bool> {
        match (a, b) {
            (Value::Int(x), Value::Int(y)) => return Ok(x < y),
            (Value::Float(x), Value::Float(y)) => return Ok(x.partial_cmp(&y) == Some(Ordering::Less)),
            _ => {}
        }
        let result = self.compare(Cmp::Lt, a, b)?;
        self.truth(result)
    }
}

/// `reverse=` and `key=`; any other keyword is an error.
fn options(vm: &mut Vm, name: &str, args: Args) -> Res<(Value, bool)> {
    for (keyword, _) in args.kw {
        if !matches!(keyword.as_str(), "key" | "reverse") {
            let message = format!("{name}() got an unexpected keyword argument '{keyword}'");
            return Err(vm.type_error(message));
        }
    }
    let reverse = match args.keyword("reverse") {
        Value::Null => false,
        value => vm.truth(value)?,
    };
    Ok((args.keyword("key").or(Value::None), reverse))
}

fn list_sort(vm: &mut Vm, args: Args) -> Res {
    if args.pos.len() > 1 {
        return Err(vm.type_error("sort() takes no positional arguments"));
    }
    let list = vm.this("list.sort", args, ty::LIST)?;
    let (key, reverse) = options(vm, "sort", args)?;
    if !key.is_none() {
        return Err(Fail::Python);
    }
    let keys = vm.items(Value::Obj(list)).unwrap_or_default().to_vec();
    let order = vm.order_of(&keys, reverse)?;
    permute(vm, list, &keys, &order);
    Ok(Value::None)
}

fn permute(vm: &mut Vm, list: Id, items: &[Value], order: &[usize]) {
    if order.iter().enumerate().all(|(at, from)| at == *from) {
        return;
    }
    if let Data::List(target) = &mut vm.heap.get_mut(list).data {
        *target = order.iter().map(|at| items[*at]).collect();
    }
}

fn sorted(vm: &mut Vm, args: Args) -> Res {
    if args.pos.len() != 1 {
        return Err(vm.type_error(format!("sorted expected 1 argument, got {}", args.pos.len())));
    }
    let (key, reverse) = match options(vm, "sort", args) {
        Err(Fail::Python) => return Err(vm.python_version("py_sorted", args)),
        other => other?,
    };
    if !key.is_none() {
        return Err(vm.python_version("py_sorted", args));
    }
    let items = match vm.collect(args.pos[0]) {
        Err(Fail::Python) => return Err(vm.python_version("py_sorted", args)),
        other => other?,
    };
    match vm.order_of(&items, reverse) {
        Ok(order) => Ok(vm.list(order.into_iter().map(|at| items[at]).collect())),
        Err(Fail::Python) => {
            let list = vm.list(items);
            Err(vm.python_version("py_sorted", Args { pos: &[list], kw: args.kw }))
        }
        Err(other) => Err(other),
    }
}

/// `_take_items(list)`: empties the list and returns its items as a new one.
fn take_items(vm: &mut Vm, args: Args) -> Res {
    let list = vm.this("list.sort", args, ty::LIST)?;
    let items = vm.items(Value::Obj(list)).unwrap_or_default().to_vec();
    let len = items.len();
    let taken = vm.list(items);
    vm.list_splice(list, 0..len, &[]);
    Ok(taken)
}

/// `_put_items(list, items)`: the list has these items and no others; true if it was empty before.
fn put_items(vm: &mut Vm, args: Args) -> Res {
    let list = vm.this("list.sort", args, ty::LIST)?;
    let items = vm.items(args.get(1)).unwrap_or_default().to_vec();
    let len = vm.items(Value::Obj(list)).map_or(0, <[Value]>::len);
    vm.list_splice(list, 0..len, &items);
    Ok(Value::Bool(len == 0))
}

/// `_sort_order(items, keys, reverse)`: puts `items` into the order of `keys` and returns true, or false if keys
/// compare in Python.
fn sort_order(vm: &mut Vm, args: Args) -> Res {
    let list = vm.this("list.sort", args, ty::LIST)?;
    let keys = vm.items(args.get(1)).unwrap_or_default().to_vec();
    let reverse = vm.truth(args.get(2))?;
    match vm.order_of(&keys, reverse) {
        Ok(order) => {
            let items = vm.items(Value::Obj(list)).unwrap_or_default().to_vec();
            permute(vm, list, &items, &order);
            Ok(Value::Bool(true))
        }
        Err(Fail::Python) => Ok(Value::Bool(false)),
        Err(other) => Err(other),
    }
}
