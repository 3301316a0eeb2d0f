//! `dict_keys`, `dict_values`, `dict_items`: views of a dictionary, the first and last with set operations.
//!
//! Set operations make a `set` of the view's elements first, as CPython does. Elements that hash or compare in
//! Python, and other operands that are walked by Python code, go through the prelude's `_view_op`.

use super::dict_views_cmp::view_compare;
use crate::natives;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::ops::{BinaryOp, Cmp, Operator};
use crate::vm::value::Value;
use crate::vm::{Vm, ty};

pub const TABLES: Tables = Tables {
    methods: natives![
        "dict_keys.__len__" => len,
        "dict_keys.__iter__" => iter,
        "dict_keys.__contains__" => contains,
        "dict_keys.__reversed__" => reversed,
        "dict_keys.__and__" => |vm, args| op(vm, args, Operator::And, false),
        "dict_keys.__or__" => |vm, args| op(vm, args, Operator::Or, false),
        "dict_keys.__sub__" => |vm, args| op(vm, args, Operator::Subtract, false),
        "dict_keys.__xor__" => |vm, args| op(vm, args, Operator::Xor, false),
        "dict_keys.__rand__" => |vm, args| op(vm, args, Operator::And, true),
        "dict_keys.__ror__" => |vm, args| op(vm, args, Operator::Or, true),
        "dict_keys.__rsub__" => |vm, args| op(vm, args, Operator::Subtract, true),
        "dict_keys.__rxor__" => |vm, args| op(vm, args, Operator::Xor, true),
        "dict_keys.__eq__" => |vm, args| view_compare(vm, args, Cmp::Eq),
        "dict_keys.__ne__" => |vm, args| view_compare(vm, args, Cmp::Ne),
        "dict_keys.__lt__" => |vm, args| view_compare(vm, args, Cmp::Lt),
        "dict_keys.__le__" => |vm, args| view_compare(vm, args, Cmp::Le),
        "dict_keys.__gt__" => |vm, args| view_compare(vm, args, Cmp::Gt),
        "dict_keys.__ge__" => |vm, args| view_compare(vm, args, Cmp::Ge),
        "dict_keys.isdisjoint" => isdisjoint,
        "dict_values.__len__" => len,
        "dict_values.__iter__" => iter,
        "dict_values.__reversed__" => reversed,
        "dict_items.__len__" => len,
        "dict_items.__iter__" => iter,
        "dict_items.__contains__" => contains,
        "dict_items.__reversed__" => reversed,
        "dict_items.__and__" => |vm, args| op(vm, args, Operator::And, false),
        "dict_items.__or__" => |vm, args| op(vm, args, Operator::Or, false),
        "dict_items.__sub__" => |vm, args| op(vm, args, Operator::Subtract, false),
        "dict_items.__xor__" => |vm, args| op(vm, args, Operator::Xor, false),
        "dict_items.__rand__" => |vm, args| op(vm, args, Operator::And, true),
        "dict_items.__ror__" => |vm, args| op(vm, args, Operator::Or, true),
        "dict_items.__rsub__" => |vm, args| op(vm, args, Operator::Subtract, true),
        "dict_items.__rxor__" => |vm, args| op(vm, args, Operator::Xor, true),
        "dict_items.__eq__" => |vm, args| view_compare(vm, args, Cmp::Eq),
        "dict_items.__ne__" => |vm, args| view_compare(vm, args, Cmp::Ne),
        "dict_items.__lt__" => |vm, args| view_compare(vm, args, Cmp::Lt),
        "dict_items.__le__" => |vm, args| view_compare(vm, args, Cmp::Le),
        "dict_items.__gt__" => |vm, args| view_compare(vm, args, Cmp::Gt),
        "dict_items.__ge__" => |vm, args| view_compare(vm, args, Cmp::Ge),
        "dict_items.isdisjoint" => isdisjoint,
    ],
    getters: natives![
        "dict_keys.mapping" => mapping,
        "dict_values.mapping" => mapping,
        "dict_items.mapping" => mapping,
    ],
    ..NONE
};

fn len(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("dict_keys.__len__", args)?;
    Ok(Value::Int(vm.len_data(args.pos[0])? as i64))
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("dict_keys.__iter__", args)?;
    vm.iter_data(args.pos[0])
}

fn contains(vm: &mut Vm, args: Args) -> Res {
    let item = vm.takes_one("dict_keys.__contains__", args)?;
    vm.contains_data(args.pos[0], item).map(Value::Bool)
}

fn reversed(vm: &mut Vm, args: Args) -> Res {
    vm.takes_none("dict_keys.__reversed__", args)?;
    match vm.data(args.pos[0]) {
        Some(&Data::DictView { dict, kind }) => Ok(vm.table_backwards(dict, kind)),
        _ => Err(vm.type_error("a view is required")),
    }
}

fn mapping(vm: &mut Vm, args: Args) -> Res {
    match vm.data(args.get(0)) {
        Some(&Data::DictView { dict, .. }) => Ok(vm.alloc(ty::MAPPINGPROXY, Data::MappingProxy(dict))),
        _ => Err(vm.type_error("a view is required")),
    }
}

impl Vm {
    /// A `set` of the elements of a view, or of any other native iterable.
    pub fn set_from(&mut self, value: Value) -> Res {
        let keys = self.collect(value)?;
        let table = self.key_table(&keys)?;
        Ok(self.set_of(ty::SET, table))
    }

    /// True for the views that behave as sets.
    pub fn is_set_view(&self, value: Value) -> bool {
        matches!(self.data(value), Some(Data::DictView { kind: 0 | 2, .. }))
    }
}

fn op(vm: &mut Vm, args: Args, operator: Operator, reflected: bool) -> Res {
    let other = vm.takes_one("dict_keys.__and__", args)?;
    let (a, b) = if reflected { (other, args.pos[0]) } else { (args.pos[0], other) };
    let number = Value::Int(operator as i64);
    let (left, right) = match (vm.set_from(a), vm.set_from(b)) {
        (Ok(left), Ok(right)) => (left, right),
        (Err(Fail::Python), _) | (_, Err(Fail::Python)) => return Err(vm.slow("_view_op", &[number, a, b])),
        (Err(other), _) | (_, Err(other)) => return Err(other),
    };
    match vm.table_op(BinaryOp::from(operator), left, right) {
        Ok(Some(made)) => Ok(made),
        Ok(None) => Ok(Value::NotImplemented),
        Err(Fail::Python) => Err(vm.slow("_view_op", &[number, left, right])),
        Err(other) => Err(other),
    }
}

fn isdisjoint(vm: &mut Vm, args: Args) -> Res {
    let other = vm.takes_one("dict_keys.isdisjoint", args)?;
    let items = vm.collect(other)?;
    for item in &items {
        let found = match vm.contains_data(args.pos[0], *item) {
            Err(Fail::Python) => {
                let rest = vm.list(items);
                return Err(vm.slow("_is_disjoint", &[args.pos[0], rest]));
            }
            other => other?,
        };
        if found {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}
