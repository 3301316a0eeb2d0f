//! `functools.partial`: function, arguments and keywords kept for later. The call itself is in `vm/call.rs`.

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::{Attrs, Data};
use crate::vm::value::{Id, PyStr, Value};
use crate::vm::{Vm, ty};

/// Methods and attributes of `partial`.
pub const TABLES: Tables = Tables {
    methods: natives!["partial.__get__" => get, "partial.__reduce__" => reduce, "partial.__repr__" => |_, _| Err(Fail::Python)],
    statics: natives!["partial.__new__" => new],
    classmethods: natives!["partial.__class_getitem__" => class_getitem],
    getters: natives!["partial.func" => func, "partial.args" => args_of, "partial.keywords" => keywords],
    ..NONE
};

/// Fills the module `_functools` with the native class.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    vm.set_name(dict, &"partial".into(), Value::Obj(ty::PARTIAL));
    Ok(())
}

/// Function, arguments, keywords.
fn parts(vm: &Vm, value: Value) -> Option<[Value; 3]> {
    match vm.data(value) {
        Some(Data::Partial(parts)) => Some(**parts),
        _ => None,
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let Value::Obj(class) = args.get(0) else {
        return Err(vm.type_error("partial.__new__(): not enough arguments"));
    };
    let func = args.get(1);
    if func.is_null() {
        return Err(vm.type_error("type 'partial' takes at least one argument"));
    }
    if !vm.is_callable(func) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    for value in args.pos.iter().skip(2).chain(args.kw.iter().map(|(_, v)| v)) {
        if vm.short_name(*value).as_str() == "_PlaceholderType" {
            return Err(vm.raise(ty::NOT_IMPLEMENTED_ERROR, "functools.Placeholder is not supported yet"));
        }
    }
    let mut inner = func;
    let mut pos = Vec::new();
    let mut kw: Vec<(PyStr, Value)> = Vec::new();
    // A partial of a partial is one partial, unless the inner one has attributes of its own.
    if let Some([deep, before, names]) = parts(vm, func)
        && let Value::Obj(id) = func
        && matches!(&vm.heap.get(id).attrs, Attrs::Own(own) if own.is_empty())
    {
        inner = deep;
        pos.extend_from_slice(vm.items(before).unwrap_or_default());
        let entries: Vec<_> = vm.dict_table(names).map_or(Vec::new(), |table| table.iter().collect());
        kw.extend(entries.into_iter().filter_map(|e| Some((vm.as_str(e.key)?, e.value))));
    }
    pos.extend_from_slice(&args.pos[2..]);
    for (name, value) in args.kw {
        match kw.iter_mut().find(|(n, _)| n == name) {
            Some(pair) => pair.1 = *value,
            None => kw.push((name.clone(), *value)),
        }
    }
    let pos = vm.tuple(pos);
    let kw = Value::Obj(vm.dict_of(&kw));
    Ok(vm.new_instance(class, Data::Partial(Cow::new([inner, pos, kw]))))
}

fn part(vm: &mut Vm, args: Args, at: usize) -> Res {
    match parts(vm, args.get(0)) {
        Some(parts) => Ok(parts[at]),
        None => Err(vm.type_error("descriptor requires a 'functools.partial' object")),
    }
}

fn func(vm: &mut Vm, args: Args) -> Res {
    part(vm, args, 0)
}

fn args_of(vm: &mut Vm, args: Args) -> Res {
    part(vm, args, 1)
}

fn keywords(vm: &mut Vm, args: Args) -> Res {
    part(vm, args, 2)
}

fn get(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(1);
    if this.is_null() || this.is_none() {
        return Ok(args.get(0));
    }
    Ok(vm.alloc(ty::METHOD, Data::Method { func: args.get(0), this }))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let class = Value::Obj(vm.class_of(args.get(0)));
    let Some([func, before, names]) = parts(vm, args.get(0)) else { return part(vm, args, 0) };
    let inner = vm.tuple(vec![func]);
    let state = vm.tuple(vec![func, before, names, Value::None]);
    Ok(vm.tuple(vec![class, inner, state]))
}

fn class_getitem(vm: &mut Vm, args: Args) -> Res {
    let params = args.get(1);
    let params = match vm.class_of(params) {
        ty::TUPLE => params,
        _ => vm.tuple(vec![params]),
    };
    Ok(vm.alloc(ty::GENERIC_ALIAS, Data::Alias(Cow::new([args.get(0), params]))))
}
