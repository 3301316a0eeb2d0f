//! Special methods of built-in types as functions: `int.__add__(a, b)`, `str.__lt__(a, b)`.
//!
//! Instructions do not come here; a program does that calls them by name or through `super()`, and the prelude
//! when a class of the program inherits them. Where the other operand is of a kind that the type does not know,
//! the answer is `NotImplemented`.

use super::super::native::{Args, Res};
use super::super::ops::{BinaryOp, Cmp, Dunder, Operator};
use super::super::value::{Id, Value};
use super::super::{Vm, ty};

/// `self` of a special method, which must be an instance of `class`.
pub fn receiver(vm: &mut Vm, args: &Args, class: Id, name: &str) -> Res {
    let this = args.get(0);
    if !this.is_null() && vm.is_instance(this, class) {
        return Ok(this);
    }
    let wanted = vm.class(class).name.clone();
    if this.is_null() {
        let text = match name.starts_with("__") {
            true => format!("descriptor '{name}' of '{wanted}' object needs an argument"),
            false => format!("unbound method {wanted}.{name}() needs an argument"),
        };
        return Err(vm.type_error(text));
    }
    let got = vm.class_name(this);
    if !name.starts_with("__") {
        return Err(vm.type_error(format!(
            "descriptor '{name}' for '{wanted}' objects doesn't apply to a '{got}' object"
        )));
    }
    Err(vm.type_error(format!("descriptor '{name}' requires a '{wanted}' object but received a '{got}'")))
}

/// True if a number of `class` computes with `other` on its own.
fn knows(vm: &Vm, class: Id, other: Value) -> bool {
    match class {
        ty::INT => vm.is_instance(other, ty::INT),
        ty::BOOL => matches!(other, Value::Bool(_)),
        ty::FLOAT => vm.is_instance(other, ty::INT) || vm.is_instance(other, ty::FLOAT),
        _ => vm.is_number(other),
    }
}

/// A binary special method of a number; `reflected` for `__radd__` and the like.
pub fn number(vm: &mut Vm, args: Args, class: Id, op: Operator, reflected: bool) -> Res {
    let [plain, back, _] = Dunder::of_binary(op);
    let name = if reflected { back.name() } else { plain.name() };
    let this = receiver(vm, &args, class, name)?;
    if op == Operator::Power && !reflected && args.pos.len() == 3 {
        return super::numeric::power_mod(vm, this, args.get(1), args.get(2));
    }
    vm.slot_args(name, &args, 1)?;
    let other = args.get(1);
    if !knows(vm, class, other) {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = if reflected { (other, this) } else { (this, other) };
    Ok(vm.number_op(op, a, b)?.unwrap_or(Value::NotImplemented))
}

/// A unary special method of a number.
pub fn unary(vm: &mut Vm, args: Args, class: Id, op: Dunder) -> Res {
    let this = receiver(vm, &args, class, op.name())?;
    vm.slot_args(op.name(), &args, 0)?;
    Ok(vm.unary_data(this, op)?.unwrap_or(Value::NotImplemented))
}

/// A comparison of a type with its like.
pub fn rich(vm: &mut Vm, args: Args, class: Id, op: Cmp) -> Res {
    let name = Dunder::of_cmp(op).name();
    let this = receiver(vm, &args, class, name)?;
    vm.slot_args(name, &args, 1)?;
    let other = args.get(1);
    if matches!(class, ty::INT | ty::FLOAT | ty::COMPLEX) && !knows(vm, class, other) {
        return Ok(Value::NotImplemented);
    }
    vm.rich(op, this, other)
}

/// `__hash__` by data.
pub fn hash(vm: &mut Vm, args: Args, class: Id) -> Res {
    let this = receiver(vm, &args, class, "__hash__")?;
    vm.slot_args("__hash__", &args, 0)?;
    match this {
        Value::Obj(id) => vm.hash_data(id, 0).map(|hash| Value::Int(hash as i64)),
        _ => vm.hash(this).map(|hash| Value::Int(hash as i64)),
    }
}

/// `__repr__` by data.
pub fn repr(vm: &mut Vm, args: Args, class: Id) -> Res {
    let this = receiver(vm, &args, class, "__repr__")?;
    vm.slot_args("__repr__", &args, 0)?;
    let text = vm.repr_data(this)?;
    Ok(vm.str(text))
}

/// `__format__` by data.
pub fn format(vm: &mut Vm, args: Args, class: Id) -> Res {
    let this = receiver(vm, &args, class, "__format__")?;
    let (_, spec) = vm.one_arg("__format__", &args)?;
    let Some(spec) = vm.as_str(spec) else {
        let name = vm.class_name(spec);
        return Err(vm.type_error(format!("__format__() argument must be str, not {name}")));
    };
    let text = vm.format_data(this, &spec)?;
    Ok(vm.str(text))
}

/// `__bool__` by data.
pub fn truth(vm: &mut Vm, args: Args, class: Id) -> Res {
    let this = receiver(vm, &args, class, "__bool__")?;
    vm.slot_args("__bool__", &args, 0)?;
    Ok(Value::Bool(vm.truth_data(this)))
}

/// A binary special method of a sequence: `__add__`, `__mul__`, `__mod__` and their in-place forms.
pub fn sequence(vm: &mut Vm, args: Args, class: Id, op: Operator, in_place: bool) -> Res {
    let [plain, _, own] = Dunder::of_binary(op);
    let name = if in_place { own.name() } else { plain.name() };
    let this = receiver(vm, &args, class, name)?;
    vm.slot_args(name, &args, 1)?;
    let other = args.get(1);
    if let Some(result) = vm.binary_data(BinaryOp { operator: op, in_place }, this, other)? {
        return Ok(result);
    }
    let (mine, theirs) = (vm.class(class).name.clone(), vm.class_name(other));
    Err(match op {
        Operator::Add if matches!(class, ty::BYTES | ty::BYTEARRAY) => {
            vm.type_error(format!("can't concat {theirs} to {mine}"))
        }
        Operator::Add => vm.type_error(format!("can only concatenate {mine} (not \"{theirs}\") to {mine}")),
        _ if vm.has_dunder(other, Dunder::Index) => super::super::native::Fail::Python,
        _ => vm.type_error(format!("can't multiply sequence by non-int of type '{theirs}'")),
    })
}
