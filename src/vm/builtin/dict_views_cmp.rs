//! Comparison of dictionary views with sets and with each other: subset and superset.

use crate::vm::Vm;
use crate::vm::native::{Args, Res};
use crate::vm::ops::Cmp;
use crate::vm::value::Value;

/// A comparison of a view with a set or another view; `NotImplemented` for anything else.
pub fn view_compare(vm: &mut Vm, args: Args, op: Cmp) -> Res {
    let other = vm.takes_one("dict_keys.__eq__", args)?;
    let this = args.pos[0];
    if !vm.is_set_view(other) && !vm.is_any_set(other) {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (vm.len_data(this)?, vm.len_data(other)?);
    let holds = match op {
        Cmp::Eq => a == b && all_in(vm, this, other)?,
        Cmp::Ne => !(a == b && all_in(vm, this, other)?),
        Cmp::Lt => a < b && all_in(vm, this, other)?,
        Cmp::Le => a <= b && all_in(vm, this, other)?,
        Cmp::Gt => a > b && all_in(vm, other, this)?,
        Cmp::Ge => a >= b && all_in(vm, other, this)?,
    };
    Ok(Value::Bool(holds))
}

fn all_in(vm: &mut Vm, small: Value, large: Value) -> Res<bool> {
    for item in vm.collect(small)? {
        if !vm.contains_data(large, item)? {
            return Ok(false);
        }
    }
    Ok(true)
}
