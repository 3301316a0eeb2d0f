//! `BaseExceptionGroup` and `ExceptionGroup`: making them with CPython's checks.
//!
//! Splitting asks `derive`, which may be the program's own, so it is left to prelude/errors.py.

use super::class_arg;
use crate::natives;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::Value;
use crate::vm::{Vm, ty};

/// See the module.
pub const TABLES: Tables = Tables {
    methods: natives![
        "BaseExceptionGroup.__init__" => super::init,
        "BaseExceptionGroup.__str__" => text,
        "BaseExceptionGroup.split" => |_, _| Err(Fail::Python),
        "BaseExceptionGroup.subgroup" => |_, _| Err(Fail::Python),
        "BaseExceptionGroup.derive" => |_, _| Err(Fail::Python),
    ],
    statics: natives!["BaseExceptionGroup.__new__" => new],
    classmethods: natives!["BaseExceptionGroup.__class_getitem__" => |_, _| Err(Fail::Python)],
    getters: natives![
        "BaseExceptionGroup.message" => |vm, args| {
            Ok(vm.exception_args(args.get(0)).first().copied().unwrap_or(Value::None))
        },
        "BaseExceptionGroup.exceptions" => |vm, args| {
            Ok(vm.own(args.get(0), &HELD.into()).unwrap_or(Value::None))
        },
    ],
    ..NONE
};

/// The attribute that holds the tuple of exceptions; no program can write this name.
const HELD: &str = " exceptions";

impl Vm {
    /// The exceptions in a group.
    pub fn group_members(&self, group: Value) -> Vec<Value> {
        let held = self.own(group, &HELD.into());
        held.and_then(|held| self.items(held)).map_or(Vec::new(), <[Value]>::to_vec)
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let mut class = class_arg(vm, args)?;
    if !args.kw.is_empty() {
        return Err(vm.type_error("BaseExceptionGroup.__new__() takes no keyword arguments"));
    }
    let [_, message, given] = *args.pos else {
        let n = args.pos.len() - 1;
        let text = format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({n} given)");
        return Err(vm.type_error(text));
    };
    if vm.as_str(message).is_none() {
        let got = vm.class_name(message);
        let text = format!("BaseExceptionGroup.__new__() argument 1 must be str, not {}", got.as_str());
        return Err(vm.type_error(text));
    }
    let Some(members) = vm.items(given).map(<[Value]>::to_vec) else {
        return match vm.data(given) {
            Some(Data::Plain | Data::Fields(_) | Data::Range { .. } | Data::Str(_) | Data::Deque { .. }) => {
                Err(Fail::Python)
            }
            _ => Err(vm.type_error("second argument (exceptions) must be a sequence")),
        };
    };
    if members.is_empty() {
        return Err(vm.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let mut bare = false;
    for (at, member) in members.iter().enumerate() {
        if !vm.is_instance(*member, ty::BASE_EXCEPTION) {
            let text = format!("Item {at} of second argument (exceptions) is not an exception");
            return Err(vm.value_error(text));
        }
        bare |= !vm.is_instance(*member, ty::EXCEPTION);
    }
    if class == ty::EXCEPTION_GROUP && bare {
        return Err(vm.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
    }
    if class == ty::BASE_EXCEPTION_GROUP && !bare {
        class = ty::EXCEPTION_GROUP;
    }
    if bare && vm.is_subclass(class, ty::EXCEPTION) {
        let name = vm.class(class).name.clone();
        return Err(vm.type_error(format!("Cannot nest BaseExceptions in '{}'", name.as_str())));
    }
    let group = vm.new_exception(class, &[message, given]);
    let held = vm.tuple(members);
    vm.set_own(group, HELD, held);
    Ok(group)
}

fn text(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(0);
    let count = vm.group_members(this).len();
    let message = vm.exception_args(this).first().copied().unwrap_or(Value::None);
    let message = vm.to_str(message)?;
    let plural = if count == 1 { "" } else { "s" };
    Ok(vm.str(format!("{} ({count} sub-exception{plural})", message.as_str())))
}
