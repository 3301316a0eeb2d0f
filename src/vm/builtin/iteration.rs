//! The functions `len`, `iter`, `next`, `any`, `all`, `min`, `max`, `sum`.
//!
//! Their Python versions in the prelude are called `py_len` and so on, so that they do not hide the built-ins
//! from the rest of the prelude.

use crate::natives;
use crate::vm::native::{Args, CallSpec, Fail, NONE, Res, Tables};
use crate::vm::object::{Data, IterData};
use crate::vm::ops::{BinaryOp, Cmp, Operator};
use crate::vm::value::Value;
use crate::vm::{Vm, ty};
use num_traits::ToPrimitive;

pub const TABLES: Tables = Tables {
    functions: natives![
        "len" => len,
        "iter" => iter,
        "next" => next,
        "any" => |vm, args| any_all(vm, args, "any", true),
        "all" => |vm, args| any_all(vm, args, "all", false),
        "min" => |vm, args| extreme(vm, args, "min", Cmp::Lt),
        "max" => |vm, args| extreme(vm, args, "max", Cmp::Gt),
        "sum" => sum,
        "prelude._add_up" => add_up,
    ],
    ..NONE
};

fn len(vm: &mut Vm, args: Args) -> Res {
    vm.function_args("len", args, 1)?;
    match vm.len(args.pos[0]) {
        Ok(n) => Ok(Value::Int(n as i64)),
        Err(_) => Err(vm.slow("op_len", args.pos)),
    }
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    vm.no_keywords("iter", &args)?;
    vm.count_args("iter", args.pos.len(), 1, 2)?;
    if let [callable, sentinel] = *args.pos {
        return Ok(vm.iter_of(ty::CALLABLE_ITERATOR, IterData::Call { callable, sentinel }));
    }
    match vm.iter(args.pos[0]) {
        Err(Fail::Python) => Err(vm.slow("op_iter", args.pos)),
        other => other,
    }
}

fn next(vm: &mut Vm, args: Args) -> Res {
    vm.no_keywords("next", &args)?;
    vm.count_args("next", args.pos.len(), 1, 2)?;
    let iterator = args.pos[0];
    let foreign = !matches!(vm.data(iterator), Some(Data::Iter(_)));
    let class = vm.class_of(iterator);
    let Some(method) = vm.lookup(class, crate::name!("__next__")) else {
        let name = vm.class_name(iterator);
        return Err(vm.type_error(format!("'{name}' object is not an iterator")));
    };
    if foreign
        && args.pos.len() == 1
        && matches!(vm.data(method), Some(Data::Native { .. } | Data::Function(_)))
    {
        let spec = CallSpec { callable: method, pos: vec![iterator], kw: Vec::new() };
        return Err(Fail::Call(Box::new(spec)));
    }
    if foreign {
        return Err(vm.python_version("py_next", args));
    }
    match vm.next(iterator) {
        Ok(Some(item)) => Ok(item),
        Ok(None) if args.pos.len() == 2 => Ok(args.pos[1]),
        Ok(None) => Err(vm.stop_iteration(Value::Null)),
        Err(Fail::Python) => Err(vm.python_version("py_next", args)),
        Err(other) => Err(other),
    }
}

fn any_all(vm: &mut Vm, args: Args, name: &str, wanted: bool) -> Res {
    vm.function_args(name, args, 1)?;
    let slow = if wanted { "py_any" } else { "py_all" };
    let source = args.pos[0];
    if !vm.iterates_natively(source) {
        return Err(vm.slow(slow, args.pos));
    }
    let iter = vm.iter(source)?;
    while let Some(item) = vm.next(iter)? {
        match vm.truth(item) {
            Ok(truth) if truth == wanted => return Ok(Value::Bool(wanted)),
            Ok(_) => {}
            Err(Fail::Python) => {
                let head = vm.list(vec![item]);
                return Err(vm.slow(slow, &[head, iter]));
            }
            Err(other) => return Err(other),
        }
    }
    Ok(Value::Bool(!wanted))
}

fn extreme(vm: &mut Vm, args: Args, name: &str, op: Cmp) -> Res {
    let slow = if op == Cmp::Lt { "py_min" } else { "py_max" };
    for (key, _) in args.kw {
        if !matches!(key.as_str(), "key" | "default") {
            return Err(vm.type_error(format!("{name}() got an unexpected keyword argument '{key}'")));
        }
    }
    let default = args.keyword("default");
    let items = match args.pos {
        [] => return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0"))),
        [source] => match vm.collect(*source) {
            Err(Fail::Python) => return Err(vm.python_version(slow, args)),
            other => other?,
        },
        several if default.is_null() => several.to_vec(),
        _ => {
            let message = format!("Cannot specify a default for {name}() with multiple positional arguments");
            return Err(vm.type_error(message));
        }
    };
    let Some(first) = items.first() else {
        if default.is_null() {
            return Err(vm.value_error(format!("{name}() iterable argument is empty")));
        }
        return Ok(default);
    };
    let rest = |vm: &mut Vm, items: &[Value]| {
        let list = vm.list(items.to_vec());
        vm.python_version(slow, Args { pos: &[list], kw: args.kw })
    };
    if !args.keyword("key").or(Value::None).is_none() {
        return Err(rest(vm, &items));
    }
    let mut best = *first;
    for item in &items[1..] {
        let better = match vm.compare(op, *item, best) {
            Err(Fail::Python) => return Err(rest(vm, &items)),
            other => other?,
        };
        if vm.truth(better)? {
            best = *item;
        }
    }
    Ok(best)
}

fn sum(vm: &mut Vm, args: Args) -> Res {
    let [source, start] = vm.params("sum", &args, 0, ["iterable", "start"], 1, 1)?;
    let start = start.or(Value::Int(0));
    match vm.data(start) {
        Some(Data::Str(_)) => return Err(vm.type_error("sum() can't sum strings [use ''.join(seq) instead]")),
        Some(Data::Bytes(_)) => {
            return Err(vm.type_error("sum() can't sum bytes [use b''.join(seq) instead]"));
        }
        Some(Data::ByteArray(_)) => {
            return Err(vm.type_error("sum() can't sum bytearray [use b''.join(seq) instead]"));
        }
        _ => {}
    }
    if !vm.iterates_natively(source) {
        return Err(vm.slow("py_sum", &[source, start]));
    }
    let iter = vm.iter(source)?;
    vm.add_all(iter, start)
}

impl Vm {
    /// Adds all items of a native iterator, floats with compensation as CPython 3.12 and later do.
    fn add_all(&mut self, iter: Value, start: Value) -> Res {
        let mut total = start;
        // What rounding lost so far, while the total is a float (Neumaier's summation).
        let mut lost = 0.0;
        while let Some(item) = self.next(iter)? {
            if let (Value::Int(x), Value::Int(y)) = (total, item)
                && let Some(sum) = x.checked_add(y)
            {
                total = Value::Int(sum);
                continue;
            }
            if let Value::Float(x) = total {
                match item {
                    Value::Float(y) => {
                        let sum = x + y;
                        lost += if x.abs() >= y.abs() { (x - sum) + y } else { (y - sum) + x };
                        total = Value::Float(sum);
                        continue;
                    }
                    Value::Int(_) | Value::Bool(_) => {
                        let y = self.as_i64(item).and_then(|n| n.to_f64()).unwrap_or(0.0);
                        total = Value::Float(x + y);
                        continue;
                    }
                    _ => {}
                }
                total = compensated(total, lost);
                lost = 0.0;
            }
            total = match self.binary(BinaryOp::from(Operator::Add), total, item) {
                Err(Fail::Python) => return Err(self.slow("_sum_on", &[iter, total, item])),
                other => other?,
            };
        }
        Ok(compensated(total, lost))
    }
}

fn compensated(total: Value, lost: f64) -> Value {
    match total {
        Value::Float(x) if lost != 0.0 && lost.is_finite() => Value::Float(x + lost),
        other => other,
    }
}

/// `_add_up(list, start)`: `sum` of a list that the prelude has collected.
fn add_up(vm: &mut Vm, args: Args) -> Res {
    let iter = vm.iter_data(args.get(0))?;
    vm.add_all(iter, args.get(1))
}
