//! Operations of `set` and `frozenset` that make a new set or compare two.
//!
//! Operators take sets only and return `NotImplemented` for anything else; the methods of the same meaning take
//! any iterables. What Python code has to hash, compare or walk through goes to the prelude's `_set_op`.

use super::set::{copy_table, table_from};
use crate::natives;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::ops::{BinaryOp, Cmp, Operator};
use crate::vm::set_order::Source;
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};

pub const TABLES: Tables = Tables {
    methods: natives![
        "set.union" => |vm, args| chain(vm, args, "set.union", Operator::Or, false),
        "set.intersection" => |vm, args| chain(vm, args, "set.intersection", Operator::And, false),
        "set.difference" => |vm, args| chain(vm, args, "set.difference", Operator::Subtract, false),
        "set.symmetric_difference" => |vm, args| chain(vm, args, "set.symmetric_difference", Operator::Xor, false),
        "frozenset.union" => |vm, args| chain(vm, args, "frozenset.union", Operator::Or, false),
        "frozenset.intersection" => |vm, args| chain(vm, args, "frozenset.intersection", Operator::And, false),
        "frozenset.difference" => |vm, args| chain(vm, args, "frozenset.difference", Operator::Subtract, false),
        "frozenset.symmetric_difference" =>
            |vm, args| chain(vm, args, "frozenset.symmetric_difference", Operator::Xor, false),
        "set.intersection_update" => |vm, args| combine_here(vm, args, "set.intersection_update", Operator::And),
        "set.difference_update" => |vm, args| combine_here(vm, args, "set.difference_update", Operator::Subtract),
        "set.symmetric_difference_update" =>
            |vm, args| combine_here(vm, args, "set.symmetric_difference_update", Operator::Xor),
        "set.issubset" => |vm, args| relation(vm, args, Cmp::Le),
        "set.issuperset" => |vm, args| relation(vm, args, Cmp::Ge),
        "set.isdisjoint" => isdisjoint,
        "frozenset.issubset" => |vm, args| relation(vm, args, Cmp::Le),
        "frozenset.issuperset" => |vm, args| relation(vm, args, Cmp::Ge),
        "frozenset.isdisjoint" => isdisjoint,
        "set.__or__" => |vm, args| operate(vm, args, Operator::Or, false, false),
        "set.__and__" => |vm, args| operate(vm, args, Operator::And, false, false),
        "set.__sub__" => |vm, args| operate(vm, args, Operator::Subtract, false, false),
        "set.__xor__" => |vm, args| operate(vm, args, Operator::Xor, false, false),
        "set.__ror__" => |vm, args| operate(vm, args, Operator::Or, true, false),
        "set.__rand__" => |vm, args| operate(vm, args, Operator::And, true, false),
        "set.__rsub__" => |vm, args| operate(vm, args, Operator::Subtract, true, false),
        "set.__rxor__" => |vm, args| operate(vm, args, Operator::Xor, true, false),
        "set.__ior__" => |vm, args| operate(vm, args, Operator::Or, false, true),
        "set.__iand__" => |vm, args| operate(vm, args, Operator::And, false, true),
        "set.__isub__" => |vm, args| operate(vm, args, Operator::Subtract, false, true),
        "set.__ixor__" => |vm, args| operate(vm, args, Operator::Xor, false, true),
        "frozenset.__or__" => |vm, args| operate(vm, args, Operator::Or, false, false),
        "frozenset.__and__" => |vm, args| operate(vm, args, Operator::And, false, false),
        "frozenset.__sub__" => |vm, args| operate(vm, args, Operator::Subtract, false, false),
        "frozenset.__xor__" => |vm, args| operate(vm, args, Operator::Xor, false, false),
        "frozenset.__ror__" => |vm, args| operate(vm, args, Operator::Or, true, false),
        "frozenset.__rand__" => |vm, args| operate(vm, args, Operator::And, true, false),
        "frozenset.__rsub__" => |vm, args| operate(vm, args, Operator::Subtract, true, false),
        "frozenset.__rxor__" => |vm, args| operate(vm, args, Operator::Xor, true, false),
        "set.__eq__" => |vm, args| compare(vm, args, Cmp::Eq),
        "set.__ne__" => |vm, args| compare(vm, args, Cmp::Ne),
        "set.__lt__" => |vm, args| compare(vm, args, Cmp::Lt),
        "set.__le__" => |vm, args| compare(vm, args, Cmp::Le),
        "set.__gt__" => |vm, args| compare(vm, args, Cmp::Gt),
        "set.__ge__" => |vm, args| compare(vm, args, Cmp::Ge),
        "frozenset.__eq__" => |vm, args| compare(vm, args, Cmp::Eq),
        "frozenset.__ne__" => |vm, args| compare(vm, args, Cmp::Ne),
        "frozenset.__lt__" => |vm, args| compare(vm, args, Cmp::Lt),
        "frozenset.__le__" => |vm, args| compare(vm, args, Cmp::Le),
        "frozenset.__gt__" => |vm, args| compare(vm, args, Cmp::Gt),
        "frozenset.__ge__" => |vm, args| compare(vm, args, Cmp::Ge),
    ],
    ..NONE
};

fn number(operator: Operator) -> Value {
    Value::Int(operator as i64)
}

/// The class of what an operation on `set` makes: never a subclass.
fn result_class(vm: &Vm, set: Value) -> Id {
    if vm.is_instance(set, ty::FROZENSET) { ty::FROZENSET } else { ty::SET }
}

fn operate(vm: &mut Vm, args: Args, operator: Operator, reflected: bool, in_place: bool) -> Res {
    let other = vm.takes_one("set.__or__", args)?;
    let this = args.pos[0];
    if !vm.is_any_set(other) || !vm.is_any_set(this) {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = if reflected { (other, this) } else { (this, other) };
    match vm.table_op(BinaryOp { operator, in_place }, a, b) {
        Ok(made) => Ok(made.unwrap_or(Value::NotImplemented)),
        Err(Fail::Python) if in_place => Err(vm.slow("_set_op_here", &[number(operator), a, b])),
        Err(Fail::Python) => Err(vm.slow("_set_op", &[number(operator), a, b])),
        Err(failure) => Err(failure),
    }
}

/// The result of a chain of operations with any iterables as a `set` or `frozenset` object.
fn chain(vm: &mut Vm, args: Args, name: &str, operator: Operator, here: bool) -> Res {
    vm.no_keywords(name, &args)?;
    let class = if name.starts_with("frozenset") { ty::FROZENSET } else { ty::SET };
    vm.this(name, args, class)?;
    if operator == Operator::Xor && args.pos.len() != 2 {
        let given = args.pos.len() - 1;
        return Err(vm.type_error(format!("{name}() takes exactly one argument ({given} given)")));
    }
    let class = result_class(vm, args.pos[0]);
    // Every step but the first changes what the one before it has made.
    let mut here = here && operator != Operator::And;
    let table = match vm.set_table(args.pos[0]) {
        Some(table) if here || args.pos.len() > 1 => table.clone(),
        _ => copy_table(vm, args.pos[0]),
    };
    let mut made = vm.set_of(class, table);
    for (at, source) in args.pos.iter().enumerate().skip(1) {
        let go_on = |vm: &mut Vm, made: Value, source: Value| {
            let rest = vm.tuple(&args.pos[at + 1..]);
            vm.slow("_set_chain", &[number(operator), made, source, rest])
        };
        let table = match vm.set_table(*source).cloned() {
            // As it stands: a copy could be walked through in another order.
            Some(table) if vm.iterates_natively(*source) => Ok(table),
            _ => table_from(vm, *source, |vm, list| go_on(vm, made, list)),
        };
        let table = match table {
            Err(Fail::Python) => return Err(go_on(vm, made, *source)),
            other => other?,
        };
        let kind = match vm.set_table(*source) {
            Some(_) => Source::Set,
            None if vm.is_exactly(*source, ty::DICT) => Source::Dict,
            None => Source::Items,
        };
        let left = vm.set_table(made).cloned().unwrap_or_default();
        made = match vm.merge_sets(operator, &left, &table, here, kind) {
            Ok(next) => vm.set_of(class, next),
            Err(Fail::Python) => {
                let right = vm.set_of(ty::SET, table);
                return Err(go_on(vm, made, right));
            }
            Err(failure) => return Err(failure),
        };
        here = operator != Operator::And;
    }
    Ok(made)
}

fn combine_here(vm: &mut Vm, args: Args, name: &str, operator: Operator) -> Res {
    match chain(vm, args, name, operator, true) {
        Ok(made) => {
            let table = vm.set_table(made).cloned().unwrap_or_default();
            if let Value::Obj(set) = args.pos[0] {
                vm.replace_table(set, table);
            }
            Ok(Value::None)
        }
        // The prelude finishes the chain and puts its result into the set.
        Err(Fail::Call(spec)) => {
            let rest = vm.tuple(&spec.pos[1..]);
            Err(vm.slow("_set_chain_here", &[args.pos[0], number(operator), rest]))
        }
        Err(failure) => Err(failure),
    }
}

fn compare(vm: &mut Vm, args: Args, op: Cmp) -> Res {
    let other = vm.takes_one("set.__eq__", args)?;
    if !vm.is_any_set(other) || !vm.is_any_set(args.pos[0]) {
        return Ok(Value::NotImplemented);
    }
    vm.rich(op, args.pos[0], other)
}

fn relation(vm: &mut Vm, args: Args, op: Cmp) -> Res {
    let other = vm.takes_one("set.issubset", args)?;
    let this = args.pos[0];
    let set = if vm.is_any_set(other) {
        other
    } else {
        let number = Value::Int(op as i64);
        let table = table_from(vm, other, |vm, list| vm.slow("_set_relation", &[number, this, list]));
        match table {
            Err(Fail::Python) => return Err(vm.slow("_set_relation", &[number, this, other])),
            table => {
                let table = table?;
                vm.set_of(ty::SET, table)
            }
        }
    };
    match vm.rich(op, this, set) {
        Err(Fail::Python) => Err(vm.slow("_set_relation", &[Value::Int(op as i64), this, set])),
        other => other,
    }
}

fn isdisjoint(vm: &mut Vm, args: Args) -> Res {
    let other = vm.takes_one("set.isdisjoint", args)?;
    let this = args.pos[0];
    let items = match vm.collect(other) {
        Err(Fail::Python) => return Err(vm.slow("_is_disjoint", &[this, other])),
        items => items?,
    };
    for item in &items {
        let found = match vm.table_find(this, *item) {
            Err(Fail::Python) => {
                let list = vm.list(items);
                return Err(vm.slow("_is_disjoint", &[this, list]));
            }
            found => found?.1.is_some(),
        };
        if found {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}
