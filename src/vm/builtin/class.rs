//! `type`, and the prelude's natives for making classes and asking about them.

use crate::natives;
use crate::vm::native::{Args, Fail, NativeDef, Res, Tables};
use crate::vm::object::{Attrs, Data};
use crate::vm::value::{Id, PyStr, Value};
use crate::vm::{Vm, ty};

/// See the module.
pub const TABLES: Tables = Tables {
    methods: natives![
        "type.__repr__" => repr,
        "type.__call__" => |_, _| Err(Fail::Python),
        "type.__init__" => |_, _| Ok(Value::None),
        "type.mro" => mro_list,
        "type.__subclasses__" => subclasses,
        "type.__instancecheck__" => |vm, args| Ok(Value::Bool(plain_subclass(vm, class_value(vm, args.get(1)), args.get(0)))),
        "type.__subclasscheck__" => |vm, args| Ok(Value::Bool(plain_subclass(vm, args.get(1), args.get(0)))),
        "type.__or__" => |_, _| Err(Fail::Python),
        "type.__ror__" => |_, _| Err(Fail::Python),
    ],
    statics: natives![
        "type.__new__" => type_new,
        "memoryview.__new__" => |_, _| Err(Fail::Python),
    ],
    classmethods: natives!["type.__prepare__" => |vm, _| Ok(Value::Obj(vm.dict()))],
    getters: natives![
        "type.__mro__" => |vm, args| {
            let mro: Vec<Value> = class_data(vm, args).map_or(vec![], |c| c.mro.iter().map(|id| Value::Obj(*id)).collect());
            Ok(vm.tuple(mro))
        },
        "type.__base__" => |vm, args| {
            let bases = class_data(vm, args).map_or(vec![], |c| c.bases.clone());
            if bases.is_empty() { Ok(Value::None) } else { vm.best_base(&bases).map(Value::Obj) }
        },
        "type.__dict__" => type_dict,
        "type.__basicsize__" => |_, _| Ok(Value::Int(16)),
        "type.__itemsize__" => |_, _| Ok(Value::Int(0)),
        "type.__dictoffset__" => |_, _| Ok(Value::Int(0)),
        "type.__weakrefoffset__" => |_, _| Ok(Value::Int(0)),
        "type.__flags__" => |vm, args| Ok(Value::Int(match class_data(vm, args) {
            // Py_TPFLAGS_HEAPTYPE, BASETYPE, IS_ABSTRACT.
            Some(c) => (i64::from(c.flags.heap) << 9) | (i64::from(c.flags.base_ok) << 10),
            None => 0,
        })),
        "type.__text_signature__" => |_, _| Ok(Value::None),
    ],
    accessors: &[
        (
            NativeDef { name: "type.__name__", call: |vm, args| text_of(vm, args, |c| c.name.clone()) },
            NativeDef { name: "type.__name__", call: |vm, args| set_text(vm, args, false) },
        ),
        (
            NativeDef {
                name: "type.__qualname__",
                call: |vm, args| text_of(vm, args, |c| c.qualname.clone()),
            },
            NativeDef { name: "type.__qualname__", call: |vm, args| set_text(vm, args, true) },
        ),
        (
            NativeDef {
                name: "type.__module__",
                call: |vm, args| from_dict(vm, args, "__module__", "builtins"),
            },
            NativeDef { name: "type.__module__", call: |vm, args| into_dict(vm, args, "__module__") },
        ),
        (
            NativeDef { name: "type.__doc__", call: |vm, args| from_dict(vm, args, "__doc__", "") },
            NativeDef { name: "type.__doc__", call: |vm, args| into_dict(vm, args, "__doc__") },
        ),
        (
            NativeDef { name: "type.__bases__", call: bases },
            NativeDef { name: "type.__bases__", call: set_bases },
        ),
        (
            NativeDef {
                name: "type.__abstractmethods__",
                call: |vm, args| match class_data(vm, args)
                    .and_then(|c| c.dict.get(&"__abstractmethods__".into()))
                {
                    Some(value) => Ok(value),
                    None => Err(vm.raise(ty::ATTRIBUTE_ERROR, "__abstractmethods__")),
                },
            },
            NativeDef {
                name: "type.__abstractmethods__",
                call: |vm, args| into_dict(vm, args, "__abstractmethods__"),
            },
        ),
        (
            NativeDef {
                name: "type.__annotations__",
                call: |vm, args| Err(vm.slow("_class_annotations", &[args.get(0)])),
            },
            NativeDef {
                name: "type.__annotations__",
                call: |vm, args| into_dict(vm, args, "__annotations_cache__"),
            },
        ),
        (
            NativeDef {
                name: "type.__annotate__",
                call: |vm, args| {
                    Ok(class_data(vm, args)
                        .and_then(|c| c.dict.get(&"__annotate_func__".into()))
                        .unwrap_or(Value::None))
                },
            },
            NativeDef {
                name: "type.__annotate__",
                call: |vm, args| into_dict(vm, args, "__annotate_func__"),
            },
        ),
        (
            NativeDef {
                name: "type.__type_params__",
                call: |vm, args| match class_data(vm, args)
                    .and_then(|c| c.dict.get(&"__type_params__".into()))
                {
                    Some(value) => Ok(value),
                    None => Ok(vm.tuple(vec![])),
                },
            },
            NativeDef {
                name: "type.__type_params__",
                call: |vm, args| into_dict(vm, args, "__type_params__"),
            },
        ),
    ],
    functions: natives![
        "prelude._make_class" => |vm, args| {
            let (Value::Obj(meta), Some(name), Value::Obj(namespace)) = (args.get(0), vm.as_str(args.get(1)), args.get(3)) else {
                return Err(vm.type_error("type.__new__() argument 1 must be str"));
            };
            let bases = vm.items(args.get(2)).map_or(vec![], <[Value]>::to_vec);
            let mut ids = vec![];
            for base in bases {
                match base {
                    Value::Obj(id) if vm.is_class(base) => ids.push(id),
                    _ => return Err(vm.type_error("bases must be types")),
                }
            }
            vm.make_class(meta, name, ids, namespace)
        },
        "prelude._del_class_attr" => |vm, args| {
            if let (Value::Obj(class), Some(name)) = (args.get(0), vm.as_str(args.get(1))) {
                vm.put_class_attr(class, &name, Value::Null);
            }
            Ok(Value::None)
        },
        "prelude._set_cell" => |vm, args| {
            if let Value::Obj(cell) = args.get(0) {
                vm.heap.replace(cell, args.get(1), |object, value| match &mut object.data {
                    Data::Cell(content) => std::mem::replace(content, value),
                    _ => value,
                });
            }
            Ok(Value::None)
        },
        "prelude._cell_empty" => |vm, args| Ok(Value::Bool(matches!(vm.data(args.get(0)), Some(Data::Cell(Value::Null))))),
        "prelude._isinstance" => |vm, args| {
            let (value, info) = (args.get(0), args.get(1));
            if plain(vm, info) {
                let class = vm.class_of(value);
                let Value::Obj(info) = info else { return Ok(Value::Bool(false)) };
                if vm.is_subclass(class, info) {
                    return Ok(Value::Bool(true));
                }
                if !says_class(vm, class) {
                    return Ok(Value::Bool(false));
                }
            }
            Err(vm.slow("_isinstance_slow", &[value, info]))
        },
        "prelude._issubclass" => |vm, args| {
            let (value, info) = (args.get(0), args.get(1));
            if plain(vm, info) && vm.is_class(value) {
                return Ok(Value::Bool(plain_subclass(vm, value, info)));
            }
            Err(vm.slow("_issubclass_slow", &[value, info]))
        },
        "isinstance" => |vm, args| {
            if args.pos.len() != 2 {
                return Err(vm.type_error(format!("isinstance expected 2 arguments, got {}", args.pos.len())));
            }
            let (value, info) = (args.get(0), args.get(1));
            let class = vm.class_of(value);
            match vm.data(info) {
                Some(Data::Type(_)) if plain(vm, info) => {
                    let Value::Obj(id) = info else { return Ok(Value::Bool(false)) };
                    let found = vm.is_subclass(class, id);
                    if !found && says_class(vm, class) {
                        return Err(vm.slow("_isinstance_slow", &[value, info]));
                    }
                    Ok(Value::Bool(found))
                }
                Some(Data::Tuple(items)) if items.iter().all(|i| plain(vm, *i)) && !says_class(vm, class) => {
                    let found = items.iter().any(|i| i.id().is_some_and(|id| vm.is_subclass(class, id)));
                    Ok(Value::Bool(found))
                }
                _ => Err(vm.slow("_isinstance_slow", &[value, info])),
            }
        },
        "issubclass" => |vm, args| {
            if args.pos.len() != 2 {
                return Err(vm.type_error(format!("issubclass expected 2 arguments, got {}", args.pos.len())));
            }
            let (value, info) = (args.get(0), args.get(1));
            if plain(vm, info) && vm.is_class(value) {
                return Ok(Value::Bool(plain_subclass(vm, value, info)));
            }
            Err(vm.slow("_issubclass_slow", &[value, info]))
        },
        "prelude._plain_issubclass" => |vm, args| Ok(Value::Bool(plain_subclass(vm, args.get(0), args.get(1)))),
    ],
};

/// True if what an instance's `__class__` is may be Python's to say.
fn says_class(vm: &Vm, class: crate::vm::value::Id) -> bool {
    let flags = vm.class(class).flags;
    flags.has_class || flags.has_getattribute
}

/// A class whose metaclass does not change what its instances are.
fn plain(vm: &Vm, info: Value) -> bool {
    vm.is_class(info) && vm.class_of(info) == ty::TYPE
}

fn plain_subclass(vm: &Vm, sub: Value, sup: Value) -> bool {
    match (sub, sup) {
        (Value::Obj(a), Value::Obj(b)) if vm.is_class(sub) && vm.is_class(sup) => vm.is_subclass(a, b),
        _ => false,
    }
}

fn class_value(vm: &Vm, value: Value) -> Value {
    Value::Obj(vm.class_of(value))
}

fn class_data<'a>(vm: &'a Vm, args: Args) -> Option<&'a crate::vm::object::TypeData> {
    match vm.data(args.get(0)) {
        Some(Data::Type(class)) => Some(class),
        _ => None,
    }
}

fn text_of(vm: &mut Vm, args: Args, field: fn(&crate::vm::object::TypeData) -> PyStr) -> Res {
    let text = class_data(vm, args).map_or("?".into(), field);
    Ok(vm.str(text))
}

fn set_text(vm: &mut Vm, args: Args, qualified: bool) -> Res {
    let (Value::Obj(class), Some(text)) = (args.get(0), vm.as_str(args.get(1))) else {
        return Err(vm.type_error("can only assign string to type.__name__"));
    };
    if let Data::Type(data) = &mut vm.heap.get_mut(class).data {
        if qualified {
            data.qualname = text;
        } else {
            data.name = text;
        }
    }
    Ok(Value::None)
}

fn from_dict(vm: &mut Vm, args: Args, name: &str, default: &str) -> Res {
    match class_data(vm, args).and_then(|c| c.dict.get(&name.into())) {
        Some(value) => Ok(value),
        None if default.is_empty() => Ok(Value::None),
        None => Ok(vm.str(default)),
    }
}

fn into_dict(vm: &mut Vm, args: Args, name: &str) -> Res {
    let Value::Obj(class) = args.get(0) else { return Ok(Value::None) };
    vm.put_class_attr(class, &name.into(), args.get(1));
    Ok(Value::None)
}

fn bases(vm: &mut Vm, args: Args) -> Res {
    let bases: Vec<Value> =
        class_data(vm, args).map_or(vec![], |c| c.bases.iter().map(|id| Value::Obj(*id)).collect());
    Ok(vm.tuple(bases))
}

/// `cls.__bases__ = …`. Does not ask whether instances of the classes are laid out alike.
fn set_bases(vm: &mut Vm, args: Args) -> Res {
    let (Value::Obj(class), Some(items)) = (args.get(0), vm.items(args.get(1)).map(<[Value]>::to_vec)) else {
        return Err(vm.type_error("can only assign a tuple to __bases__"));
    };
    let bases: Vec<Id> = items.iter().filter(|v| vm.is_class(**v)).filter_map(|v| v.id()).collect();
    if bases.is_empty() || bases.len() != items.len() {
        return Err(vm.type_error("can only assign non-empty tuple of classes to __bases__"));
    }
    if bases.iter().any(|base| vm.is_subclass(*base, class)) {
        return Err(vm.type_error("a __bases__ item causes an inheritance cycle"));
    }
    let name = vm.class(class).name.clone();
    let mut mro = vm.linearize(&name, &bases)?;
    mro.insert(0, class);
    for base in vm.class(class).bases.clone() {
        if let Data::Type(data) = &mut vm.heap.get_mut(base).data {
            data.subclasses.retain(|sub| *sub != class);
        }
    }
    for base in &bases {
        if let Data::Type(data) = &mut vm.heap.get_mut(*base).data {
            data.subclasses.push(class);
        }
    }
    vm.heap.update(class, |object| {
        if let Data::Type(data) = &mut object.data {
            (data.bases, data.mro) = (bases, mro);
        }
    });
    vm.refresh_flags(class);
    Ok(Value::None)
}

fn type_dict(vm: &mut Vm, args: Args) -> Res {
    let pairs: Vec<(PyStr, Value)> =
        class_data(vm, args).map_or(vec![], |c| c.dict.iter().map(|(n, v)| (n.clone(), v)).collect());
    let dict = vm.dict_of(&pairs);
    Ok(vm.alloc(ty::MAPPINGPROXY, Data::MappingProxy(Value::Obj(dict))))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let (Value::Obj(id), Some(class)) = (args.get(0), class_data(vm, args)) else {
        return Ok(vm.str("<class>"));
    };
    let qualname = class.qualname.clone();
    let module = vm.class(id).dict.get(&"__module__".into()).and_then(|v| vm.as_str(v));
    let text = match module {
        Some(module) if module.as_str() != "builtins" => {
            format!("<class '{}.{}'>", module.as_str(), qualname.as_str())
        }
        _ => format!("<class '{}'>", qualname.as_str()),
    };
    Ok(vm.str(text))
}

fn mro_list(vm: &mut Vm, args: Args) -> Res {
    let mro: Vec<Value> =
        class_data(vm, args).map_or(vec![], |c| c.mro.iter().map(|id| Value::Obj(*id)).collect());
    Ok(vm.list(mro))
}

fn subclasses(vm: &mut Vm, args: Args) -> Res {
    let ids = class_data(vm, args).map_or(vec![], |c| c.subclasses.clone());
    let Value::Obj(base) = args.get(0) else { return Ok(Value::None) };
    let alive: Vec<Value> = ids
        .into_iter()
        .filter(|id: &Id| match vm.heap.find(*id).map(|o| &o.data) {
            Some(Data::Type(class)) => class.bases.contains(&base),
            _ => false,
        })
        .map(Value::Obj)
        .collect();
    Ok(vm.list(alive))
}

fn type_new(vm: &mut Vm, args: Args) -> Res {
    Err(vm.slow_kw("type____new__", args))
}

impl Vm {
    /// Whether instances of the class keep attributes.
    pub fn keeps_attrs(&self, value: Value) -> bool {
        value.id().is_some_and(|id| !matches!(self.heap.get(id).attrs, Attrs::None))
    }
}
