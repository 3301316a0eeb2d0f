//! `range` and `slice`.
//!
//! A range keeps 64-bit numbers: one that reaches beyond them is another class of the prelude's under the same name.

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::iter::range_len;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::{Data, IterData};
use crate::vm::ops::Cmp;
use crate::vm::value::Value;
use crate::vm::{Vm, ty};

pub const TABLES: Tables = Tables {
    methods: natives![
        "range.__len__" => len,
        "range.__getitem__" => getitem,
        "range.__contains__" => contains,
        "range.__iter__" => iter,
        "range.__reversed__" => reversed,
        "range.__bool__" => |vm, args| vm.len_data(args.get(0)).map(|n| Value::Bool(n > 0)),
        "range.__eq__" => |vm, args| compare(vm, args, Cmp::Eq),
        "range.__ne__" => |vm, args| compare(vm, args, Cmp::Ne),
        "range.__hash__" => hash,
        "range.index" => index,
        "range.count" => count,
        "slice.indices" => indices,
        "slice.__eq__" => slice_eq,
    ],
    getters: natives![
        "range.start" => |vm, args| Ok(Value::Int(parts(vm, args).0)),
        "range.stop" => |vm, args| Ok(Value::Int(parts(vm, args).1)),
        "range.step" => |vm, args| Ok(Value::Int(parts(vm, args).2)),
        "slice.start" => |vm, args| slice_part(vm, args, 0),
        "slice.stop" => |vm, args| slice_part(vm, args, 1),
        "slice.step" => |vm, args| slice_part(vm, args, 2),
    ],
    statics: natives!["range.__new__" => new, "slice.__new__" => slice_new],
    ..NONE
};

fn parts(vm: &Vm, args: Args) -> (i64, i64, i64) {
    match vm.data(args.get(0)) {
        Some(&Data::Range { start, stop, step }) => (start, stop, step),
        _ => (0, 0, 1),
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    vm.no_keywords("range", &args)?;
    vm.count_args("range", args.pos.len() - 1, 1, 3)?;
    let mut numbers = Vec::new();
    for value in &args.pos[1..] {
        let n = match value {
            Value::Int(n) => *n,
            _ => {
                let n = vm.clamped(*value)?;
                if vm.as_i64(*value).is_none() {
                    return Err(vm.slow("_long_range", &args.pos[1..]));
                }
                n
            }
        };
        numbers.push(n);
    }
    let (start, stop, step) = match numbers[..] {
        [stop] => (0, stop, 1),
        [start, stop] => (start, stop, 1),
        _ => (numbers[0], numbers[1], numbers[2]),
    };
    if step == 0 {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(vm.alloc(ty::RANGE, Data::Range { start, stop, step }))
}

fn len(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("range.__len__", args)?;
    vm.this("range.__len__", args, ty::RANGE)?;
    let n = vm.len_data(args.pos[0])?;
    Ok(Value::Int(n as i64))
}

fn getitem(vm: &mut Vm, args: Args) -> Res {
    let key = vm.takes_one("range.__getitem__", args)?;
    vm.this("range.__getitem__", args, ty::RANGE)?;
    vm.getitem_data(args.pos[0], key)
}

fn contains(vm: &mut Vm, args: Args) -> Res {
    let item = vm.takes_one("range.__contains__", args)?;
    vm.this("range.__contains__", args, ty::RANGE)?;
    vm.contains_data(args.pos[0], item).map(Value::Bool)
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("range.__iter__", args)?;
    vm.this("range.__iter__", args, ty::RANGE)?;
    vm.iter_data(args.pos[0])
}

fn reversed(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("range.__reversed__", args)?;
    vm.this("range.__reversed__", args, ty::RANGE)?;
    Ok(vm.range_backwards(args.pos[0]))
}

impl Vm {
    /// The iterator over a range from its last number to its first.
    pub fn range_backwards(&mut self, range: Value) -> Value {
        let Some(&Data::Range { start, stop, step }) = self.data(range) else { return Value::None };
        let left = range_len(start, stop, step);
        let last = start.wrapping_add(step.wrapping_mul(left.wrapping_sub(1) as i64));
        self.iter_of(ty::RANGE_ITERATOR, IterData::Range { next: last, step: step.wrapping_neg(), left })
    }
}

fn compare(vm: &mut Vm, args: Args, op: Cmp) -> Res {
    let other = vm.takes_one("range.__eq__", args)?;
    if !vm.is_exactly(other, ty::RANGE) {
        return Ok(Value::NotImplemented);
    }
    vm.rich(op, args.pos[0], other)
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("range.__hash__", args)?;
    Ok(Value::Int(vm.hash(args.pos[0])? as i64))
}

fn index(vm: &mut Vm, args: Args) -> Res {
    let item = vm.takes_one("range.index", args)?;
    let (start, stop, step) = parts(vm, args);
    if vm.in_range((start, stop, step), item)? {
        let n = match item {
            Value::Float(x) => x as i64,
            _ => vm.as_i64(item).unwrap_or(start),
        };
        return Ok(Value::Int((n - start) / step));
    }
    let shown = vm.repr(item)?;
    Err(vm.value_error(format!("{shown} is not in range")))
}

fn count(vm: &mut Vm, args: Args) -> Res {
    let item = vm.takes_one("range.count", args)?;
    let range = parts(vm, args);
    Ok(Value::Int(i64::from(vm.in_range(range, item)?)))
}

fn slice_new(vm: &mut Vm, args: Args) -> Res {
    vm.no_keywords("slice", &args)?;
    vm.count_args("slice", args.pos.len() - 1, 1, 3)?;
    let parts = match args.pos[1..] {
        [stop] => [Value::None, stop, Value::None],
        [start, stop] => [start, stop, Value::None],
        _ => [args.pos[1], args.pos[2], args.pos[3]],
    };
    Ok(vm.alloc(ty::SLICE, Data::Slice(Cow::new(parts))))
}

fn slice_part(vm: &mut Vm, args: Args, at: usize) -> Res {
    match vm.data(args.get(0)) {
        Some(Data::Slice(parts)) => Ok(parts[at]),
        _ => Err(vm.type_error("a slice is required")),
    }
}

fn indices(vm: &mut Vm, args: Args) -> Res {
    let len = vm.takes_one("slice.indices", args)?;
    let len = vm.clamped(len)?;
    let Ok(len) = usize::try_from(len) else {
        return Err(vm.value_error("length should not be negative"));
    };
    let span = vm.slice_indices(args.pos[0], len)?;
    Ok(vm.tuple([Value::Int(span.start), Value::Int(span.stop), Value::Int(span.step)]))
}

fn slice_eq(vm: &mut Vm, args: Args) -> Res {
    let other = vm.takes_one("slice.__eq__", args)?;
    let (Some(Data::Slice(a)), Some(Data::Slice(b))) = (vm.data(args.pos[0]), vm.data(other)) else {
        return Ok(Value::NotImplemented);
    };
    for (x, y) in a.iter().zip(b.iter()) {
        match vm.eq(*x, *y) {
            Ok(true) => {}
            Ok(false) => return Ok(Value::Bool(false)),
            Err(Fail::Python) => return Err(vm.slow("_slice_eq", &[args.pos[0], other])),
            Err(failure) => return Err(failure),
        }
    }
    Ok(Value::Bool(true))
}
