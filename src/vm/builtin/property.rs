//! `property`, `staticmethod` and `classmethod`.
//!
//! After Objects/descrobject.c and funcobject.c of CPython 3.13. Each may be subclassed: the same data stands
//! under another class. Attribute lookup itself is in `vm/attr.rs`.

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::native::{Args, CallSpec, Fail, NONE, NativeDef, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::Value;
use crate::vm::{Vm, ty};

/// See the module.
pub const TABLES: Tables = Tables {
    methods: natives![
        "property.__init__" => init,
        "property.getter" => |vm, args| with(vm, args, 0, "getter"),
        "property.setter" => |vm, args| with(vm, args, 1, "setter"),
        "property.deleter" => |vm, args| with(vm, args, 2, "deleter"),
        "property.__get__" => get,
        "property.__set__" => |vm, args| set(vm, args, args.get(2)),
        "property.__delete__" => |vm, args| set(vm, args, Value::Null),
        "property.__set_name__" => set_name,
        "staticmethod.__init__" => wrap,
        "staticmethod.__get__" => get,
        "staticmethod.__call__" => |vm, args| {
            let callable = inner(vm, args.get(0));
            Err(Fail::Call(Box::new(CallSpec { callable, pos: args.pos[1..].to_vec(), kw: args.kw.to_vec() })))
        },
        "staticmethod.__repr__" => |vm, args| wrapper_repr(vm, args, "staticmethod"),
        "classmethod.__init__" => wrap,
        "classmethod.__get__" => get,
        "classmethod.__repr__" => |vm, args| wrapper_repr(vm, args, "classmethod"),
    ],
    statics: natives![
        "property.__new__" => |vm, args| make(vm, args, Data::Property(Cow::new([Value::None; 5]))),
        "staticmethod.__new__" => |vm, args| make(vm, args, Data::StaticMethod(args.get(1).or(Value::None))),
        "classmethod.__new__" => |vm, args| make(vm, args, Data::ClassMethod(args.get(1).or(Value::None))),
    ],
    getters: natives![
        "property.fget" => |vm, args| Ok(part(vm, args, 0)),
        "property.fset" => |vm, args| Ok(part(vm, args, 1)),
        "property.fdel" => |vm, args| Ok(part(vm, args, 2)),
        "property.__isabstractmethod__" => |vm, args| {
            Ok(Value::Bool((0..3).any(|at| is_abstract(vm, part(vm, args, at)))))
        },
        "staticmethod.__func__" => |vm, args| Ok(inner(vm, args.get(0))),
        "staticmethod.__wrapped__" => |vm, args| Ok(inner(vm, args.get(0))),
        "staticmethod.__isabstractmethod__" => |vm, args| Ok(Value::Bool(is_abstract(vm, inner(vm, args.get(0))))),
        "classmethod.__func__" => |vm, args| Ok(inner(vm, args.get(0))),
        "classmethod.__wrapped__" => |vm, args| Ok(inner(vm, args.get(0))),
        "classmethod.__isabstractmethod__" => |vm, args| Ok(Value::Bool(is_abstract(vm, inner(vm, args.get(0))))),
    ],
    accessors: &[
        (
            NativeDef { name: "property.__doc__", call: doc },
            NativeDef { name: "property.__doc__", call: |vm, args| put(vm, args.get(0), 3, args.get(1)) },
        ),
        (
            NativeDef { name: "property.__name__", call: property_name },
            NativeDef { name: "property.__name__", call: |vm, args| put(vm, args.get(0), 4, args.get(1)) },
        ),
    ],
    ..NONE
};

fn make(vm: &mut Vm, args: Args, data: Data) -> Res {
    match args.get(0) {
        Value::Obj(class) if vm.is_class(args.get(0)) => {
            if class == ty::PROPERTY {
                return Ok(vm.alloc(class, data));
            }
            Ok(vm.alloc_with_attrs(class, data))
        }
        _ => Err(vm.type_error("__new__(X): X is not a type object")),
    }
}

fn part(vm: &Vm, args: Args, at: usize) -> Value {
    match vm.data(args.get(0)) {
        Some(Data::Property(parts)) => parts[at],
        _ => Value::None,
    }
}

fn put(vm: &mut Vm, property: Value, at: usize, value: Value) -> Res {
    if let Value::Obj(id) = property {
        vm.heap.replace(id, value.or(Value::None), |object, value| match &mut object.data {
            Data::Property(parts) => std::mem::replace(&mut parts[at], value),
            _ => value,
        });
    }
    Ok(Value::None)
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let given = vm.params("property", &args, 1, ["fget", "fset", "fdel", "doc"], 0, 0)?;
    for (at, value) in given.into_iter().enumerate() {
        put(vm, args.get(0), at, if value.is_null() { Value::None } else { value })?;
    }
    let this = args.get(0);
    if vm.class_of(this) == ty::PROPERTY {
        return Ok(Value::None);
    }
    // A subclass keeps the text among its attributes, where its own class's text would hide it.
    let [getter, _, _, doc] = given;
    Err(vm.slow("_put_property_doc", &[this, getter.or(Value::None), doc.or(Value::None)]))
}

/// `property.setter(function)` and its like: a property with one part replaced.
fn with(vm: &mut Vm, args: Args, at: usize, name: &str) -> Res {
    let (this, function) = vm.one_arg(&format!("property.{name}"), &args)?;
    let mut parts = [0, 1, 2, 3, 4].map(|at| part(vm, args, at));
    parts[at] = function;
    if vm.class_of(this) == ty::PROPERTY {
        return Ok(vm.alloc(ty::PROPERTY, Data::Property(Cow::new(parts))));
    }
    // Its text is the getter's again.
    let spec = CallSpec { callable: Value::Obj(vm.class_of(this)), pos: parts[..3].to_vec(), kw: vec![] };
    Err(Fail::Call(Box::new(spec)))
}

fn get(vm: &mut Vm, args: Args) -> Res {
    vm.arity("__get__", &args, 1, 1, 2)?;
    let (raw, this) = (args.get(0), args.get(1));
    let class = match args.get(2) {
        Value::Obj(class) if vm.is_class(args.get(2)) => class,
        _ => vm.class_of(this),
    };
    let this = if this.is_none() { Value::Null } else { this };
    vm.bind_builtin(raw, this, class)
}

fn set(vm: &mut Vm, args: Args, value: Value) -> Res {
    vm.set_through_descriptor(args.get(0), args.get(1), value)?;
    Ok(Value::None)
}

fn set_name(vm: &mut Vm, args: Args) -> Res {
    if args.pos.len() != 3 {
        let given = args.pos.len().saturating_sub(1);
        return Err(
            vm.type_error(format!("__set_name__() takes 2 positional arguments but {given} were given"))
        );
    }
    put(vm, args.get(0), 4, args.get(2))
}

fn doc(vm: &mut Vm, args: Args) -> Res {
    let (own, getter) = (part(vm, args, 3), part(vm, args, 0));
    if !own.is_none() || getter.is_none() {
        return Ok(own);
    }
    match vm.data(getter) {
        Some(Data::Function(function)) => Ok(function.doc),
        _ => Ok(Value::None),
    }
}

fn property_name(vm: &mut Vm, args: Args) -> Res {
    let (own, getter) = (part(vm, args, 4), part(vm, args, 0));
    if !own.is_none() {
        return Ok(own);
    }
    match vm.data(getter) {
        Some(Data::Function(function)) => Ok(function.name),
        _ => {
            let text = "'property' object has no attribute '__name__'";
            Err(vm.attribute_error(args.get(0), &"__name__".into(), text))
        }
    }
}

/// What a `staticmethod` or `classmethod` wraps.
fn inner(vm: &Vm, value: Value) -> Value {
    match vm.data(value) {
        Some(Data::StaticMethod(inner) | Data::ClassMethod(inner)) => *inner,
        _ => Value::None,
    }
}

fn wrap(vm: &mut Vm, args: Args) -> Res {
    vm.arity("__init__", &args, 1, 1, 1)?;
    if let Value::Obj(id) = args.get(0) {
        vm.heap.replace(id, args.get(1), |object, value| match &mut object.data {
            Data::StaticMethod(inner) | Data::ClassMethod(inner) => std::mem::replace(inner, value),
            _ => value,
        });
    }
    Ok(Value::None)
}

fn wrapper_repr(vm: &mut Vm, args: Args, kind: &str) -> Res {
    let inner = inner(vm, args.get(0));
    let shown = vm.repr(inner)?;
    Ok(vm.str(format!("<{kind}({})>", shown.as_str())))
}

/// True if the function was marked by `abc.abstractmethod`.
fn is_abstract(vm: &Vm, function: Value) -> bool {
    match vm.data(function) {
        Some(Data::StaticMethod(inner) | Data::ClassMethod(inner)) => is_abstract(vm, *inner),
        Some(Data::Property(parts)) => parts[..3].iter().any(|part| is_abstract(vm, *part)),
        _ => vm.own(function, &"__isabstractmethod__".into()) == Some(Value::Bool(true)),
    }
}
