//! `functools.partial`: function, arguments and keywords kept for later. The call itself is in `vm/call.rs`.

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::{Attrs, Data};
use crate::vm::value::{Id, PyStr, Value};
use crate::vm::{Vm, ty};

/// Methods and attributes of `partial`.
pub const TABLES: Tables = Tables {
    methods: natives![
        "partial.__get__" => get,
        "partial.__reduce__" => reduce,
        "partial.__setstate__" => setstate,
        "partial.__repr__" => |_, _| Err(Fail::Python),
    ],
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
    if args.kw.iter().any(|(_, value)| is_placeholder(vm, *value)) {
        return Err(vm.type_error("Placeholder cannot be passed as a keyword argument"));
    }
    check_last(vm, args.pos)?;
    let mut inner = func;
    let mut pos = Vec::new();
    let mut kw: Vec<(PyStr, Value)> = Vec::new();
    // A partial of a partial is one partial, unless the inner one has attributes of its own.
    if let Some([deep, before, names]) = parts(vm, func)
        && let Value::Obj(id) = func
        && match &vm.heap.get(id).attrs {
            Attrs::Own(own) => own.is_empty(),
            attrs => matches!(attrs, Attrs::None),
        }
    {
        inner = deep;
        pos.extend_from_slice(vm.items(before).unwrap_or_default());
        let entries: Vec<_> = vm.dict_table(names).map_or(Vec::new(), |table| table.iter().collect());
        kw.extend(entries.into_iter().filter_map(|e| Some((vm.as_str(e.key)?, e.value))));
    }
    vm.fill_placeholders(&mut pos, &args.pos[2..]);
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
    let own = vm.instance_dict(args.get(0)).filter(|dict| {
        // An object without attributes of its own is as one that has no dictionary.
        vm.dict_table(Value::Obj(*dict)).is_some_and(|table| table.len() > 0)
    });
    let own = own.map_or(Value::None, Value::Obj);
    let state = vm.tuple(vec![func, before, names, own]);
    Ok(vm.tuple(vec![class, inner, state]))
}

/// `__setstate__((func, args, keywords, dict))`.
fn setstate(vm: &mut Vm, args: Args) -> Res {
    let (this, state) = vm.one_arg("partial.__setstate__", &args)?;
    let invalid = |vm: &mut Vm| Err(vm.type_error("invalid partial state"));
    let Some(Data::Tuple(items)) = vm.data(state) else { return invalid(vm) };
    let [func, before, names, own] = items[..] else { return invalid(vm) };
    let sorts = matches!(vm.data(before), Some(Data::Tuple(_)))
        && (names.is_none() || matches!(vm.data(names), Some(Data::Dict(_))));
    if !vm.is_callable(func) || !sorts {
        return invalid(vm);
    }
    let pos = vm.items(before).map_or(Vec::new(), <[Value]>::to_vec);
    check_last(vm, &pos)?;
    let before = if vm.class_of(before) == ty::TUPLE { before } else { vm.tuple(pos) };
    let names = if vm.class_of(names) == ty::DICT {
        names
    } else {
        let table = vm.dict_table(names).cloned().unwrap_or_default();
        let copy = vm.dict();
        vm.replace_table(copy, table);
        Value::Obj(copy)
    };
    let Value::Obj(id) = this else { return Ok(Value::None) };
    for (at, value) in [func, before, names].into_iter().enumerate() {
        vm.heap.replace(id, value, |object, value| match &mut object.data {
            Data::Partial(parts) => std::mem::replace(&mut parts[at], value),
            _ => value,
        });
    }
    let dict = match own {
        Value::Obj(dict) if matches!(vm.data(own), Some(Data::Dict(_))) => dict,
        _ => vm.dict(),
    };
    vm.heap.update(id, |object| object.attrs = Attrs::Dict(dict));
    Ok(Value::None)
}

/// True for `functools.Placeholder`.
fn is_placeholder(vm: &Vm, value: Value) -> bool {
    vm.class_named_is(value, "_PlaceholderType")
}

/// A placeholder at the end would say nothing.
fn check_last(vm: &mut Vm, pos: &[Value]) -> Res<()> {
    match pos.last() {
        Some(last) if is_placeholder(vm, *last) => {
            Err(vm.type_error("trailing Placeholders are not allowed"))
        }
        _ => Ok(()),
    }
}

impl Vm {
    /// True if the object's class is called so; no other class of the image has this name.
    fn class_named_is(&self, value: Value, name: &str) -> bool {
        matches!(value, Value::Obj(_)) && self.class(self.class_of(value)).name.as_str() == name
    }

    /// Adds arguments to those of a `partial`: first in its placeholders' places, then after them. Answers how many
    /// placeholders are left.
    pub fn fill_placeholders(&self, before: &mut Vec<Value>, given: &[Value]) -> usize {
        let mut given = given.iter();
        let mut left = 0;
        for place in before.iter_mut().filter(|value| is_placeholder(self, **value)) {
            match given.next() {
                Some(value) => *place = *value,
                None => left += 1,
            }
        }
        before.extend(given);
        left
    }
}

fn class_getitem(vm: &mut Vm, args: Args) -> Res {
    let params = args.get(1);
    let params = match vm.class_of(params) {
        ty::TUPLE => params,
        _ => vm.tuple(vec![params]),
    };
    Ok(vm.alloc(ty::GENERIC_ALIAS, Data::Alias(Cow::new([args.get(0), params]))))
}
