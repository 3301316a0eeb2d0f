//! `types.GenericAlias` and `typing.Union`: their parts. What they do is Python, in `vm/prelude/typing.py`.
//!
//! Beside them the parts of a `memoryview`, whose methods stand in `vm/prelude/memory.py`.
//! A union keeps whether it was written `Union[…]` or with `|`, which CPython 3.13 shows differently.

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::native::{Args, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::Value;
use crate::vm::{Vm, ty};

/// See the module.
pub const TABLES: Tables = Tables {
    statics: natives!["GenericAlias.__new__" => alias_new],
    getters: natives![
        "GenericAlias.__origin__" => |vm, args| Ok(alias_part(vm, args, 0)),
        "GenericAlias.__args__" => |vm, args| Ok(alias_part(vm, args, 1)),
        "Union.__args__" => |vm, args| Ok(union_part(vm, args, 0)),
        "Union.__origin__" => |_, _| Ok(Value::Obj(ty::UNION_TYPE)),
    ],
    functions: natives![
        "prelude._new_alias" => |vm, args| Ok(vm.alias(args.get(0), args.get(1))),
        "prelude._new_union" => |vm, args| {
            Ok(vm.alloc(ty::UNION_TYPE, Data::Fields([args.get(0), args.get(1)].into())))
        },
        "prelude._union_written" => |vm, args| Ok(union_part(vm, args, 1)),
        "prelude._new_view" => |vm, args| Ok(vm.alloc(ty::MEMORYVIEW, Data::Fields(args.pos.into()))),
        "prelude._view_parts" => |vm, args| {
            let parts = match vm.data(args.get(0)) {
                Some(Data::Fields(parts)) => parts.to_vec(),
                _ => vec![],
            };
            Ok(vm.tuple(parts))
        },
        "prelude._put_class_attr" => |vm, args| {
            if let (Value::Obj(class), Some(name)) = (args.get(0), vm.as_str(args.get(1))) {
                vm.put_class_attr(class, &name, args.get(2));
                vm.refresh_flags(class);
            }
            Ok(Value::None)
        },
    ],
    ..NONE
};

fn alias_part(vm: &Vm, args: Args, at: usize) -> Value {
    match vm.data(args.get(0)) {
        Some(Data::Alias(parts)) => parts[at],
        _ => Value::None,
    }
}

fn union_part(vm: &Vm, args: Args, at: usize) -> Value {
    match vm.data(args.get(0)) {
        Some(Data::Fields(parts)) => parts[at],
        _ => Value::None,
    }
}

fn alias_new(vm: &mut Vm, args: Args) -> Res {
    vm.no_keywords("GenericAlias", &args)?;
    vm.count_args("GenericAlias", args.pos.len() - 1, 2, 2)?;
    let class = vm.new_class("GenericAlias", args)?;
    let items = match vm.data(args.get(2)) {
        Some(Data::Tuple(_)) => args.get(2),
        _ => vm.tuple([args.get(2)]),
    };
    Ok(vm.new_instance(class, Data::Alias(Cow::new([args.get(1), items]))))
}
