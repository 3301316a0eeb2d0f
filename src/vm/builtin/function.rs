//! Functions, methods and native functions: what can be asked of them.
//!
//! After Objects/funcobject.c, classobject.c and methodobject.c of CPython 3.13. Annotations are computed by
//! `__annotate__` when they are first asked for (PEP 649), which the prelude does.

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::native::{Args, CallSpec, Fail, NONE, NativeDef, Res, Tables};
use crate::vm::object::{Data, Function};
use crate::vm::types::TYPES;
use crate::vm::value::Value;
use crate::vm::{Vm, ty};

macro_rules! field {
    ($name:literal, $field:ident) => {
        (
            NativeDef {
                name: $name,
                call: |vm, args| Ok(function(vm, args).map_or(Value::None, |f| f.$field.or(Value::None))),
            },
            NativeDef { name: $name, call: |vm, args| set(vm, args, |f| &mut f.$field) },
        )
    };
}

/// See the module.
pub const TABLES: Tables = Tables {
    methods: natives![
        "function.__get__" => bind,
        "function.__call__" => call,
        "method.__get__" => |_, args| Ok(args.get(0)),
        "method.__call__" => call,
        "method.__eq__" => method_eq,
        "method.__hash__" => method_hash,
        "builtin_function_or_method.__call__" => call,
        "method_descriptor.__get__" => bind,
        "method_descriptor.__call__" => call,
        "wrapper_descriptor.__get__" => bind,
        "wrapper_descriptor.__call__" => call,
        "method-wrapper.__call__" => call,
        "classmethod_descriptor.__get__" => bind,
        "classmethod_descriptor.__call__" => call,
        "getset_descriptor.__get__" => bind,
        "getset_descriptor.__set__" => getset_set,
        "getset_descriptor.__delete__" => getset_set,
        "member_descriptor.__get__" => bind,
        "member_descriptor.__set__" => getset_set,
        "member_descriptor.__delete__" => getset_set,
    ],
    statics: natives!["function.__new__" => new_function, "method.__new__" => new_method],
    getters: natives![
        "function.__closure__" => |vm, args| Ok(function(vm, args).map_or(Value::None, |f| f.closure)),
        "function.__globals__" => |vm, args| Ok(function(vm, args).map_or(Value::None, |f| Value::Obj(f.globals))),
        "function.__builtins__" => |vm, _| Ok(Value::Obj(vm.builtins)),
        "method.__func__" => |vm, args| Ok(method(vm, args).map_or(Value::None, |(func, _)| func)),
        "method.__self__" => |vm, args| Ok(method(vm, args).map_or(Value::None, |(_, this)| this)),
        "method.__doc__" => |vm, args| of_function(vm, args, "__doc__"),
        "method.__name__" => |vm, args| of_function(vm, args, "__name__"),
        "method.__qualname__" => |vm, args| of_function(vm, args, "__qualname__"),
        "builtin_function_or_method.__name__" => name,
        "builtin_function_or_method.__qualname__" => qualname,
        "builtin_function_or_method.__self__" => native_self,
        "builtin_function_or_method.__module__" => native_module,
        "builtin_function_or_method.__doc__" => |_, _| Ok(Value::None),
        "builtin_function_or_method.__text_signature__" => |_, _| Ok(Value::None),
        "method_descriptor.__name__" => name,
        "method_descriptor.__qualname__" => qualname,
        "method_descriptor.__objclass__" => owner,
        "method_descriptor.__doc__" => |_, _| Ok(Value::None),
        "method_descriptor.__text_signature__" => |_, _| Ok(Value::None),
        "wrapper_descriptor.__name__" => name,
        "wrapper_descriptor.__qualname__" => qualname,
        "wrapper_descriptor.__objclass__" => owner,
        "wrapper_descriptor.__doc__" => |_, _| Ok(Value::None),
        "wrapper_descriptor.__text_signature__" => |_, _| Ok(Value::None),
        "method-wrapper.__name__" => name,
        "method-wrapper.__qualname__" => qualname,
        "method-wrapper.__self__" => native_self,
        "method-wrapper.__objclass__" => owner,
        "method-wrapper.__doc__" => |_, _| Ok(Value::None),
        "classmethod_descriptor.__name__" => name,
        "classmethod_descriptor.__qualname__" => qualname,
        "classmethod_descriptor.__objclass__" => owner,
        "classmethod_descriptor.__doc__" => |_, _| Ok(Value::None),
        "getset_descriptor.__name__" => name,
        "getset_descriptor.__qualname__" => qualname,
        "getset_descriptor.__objclass__" => owner,
        "getset_descriptor.__doc__" => |_, _| Ok(Value::None),
        "member_descriptor.__name__" => name,
        "member_descriptor.__qualname__" => qualname,
        "member_descriptor.__objclass__" => owner,
        "member_descriptor.__doc__" => |_, _| Ok(Value::None),
    ],
    accessors: &[
        field!("function.__doc__", doc),
        field!("function.__module__", module),
        field!("function.__kwdefaults__", kwdefaults),
        field!("function.__defaults__", defaults),
        field!("function.__annotate__", annotate),
        (
            NativeDef {
                name: "function.__name__",
                call: |vm, args| Ok(function(vm, args).map_or(Value::None, |f| f.name)),
            },
            NativeDef { name: "function.__name__", call: |vm, args| set_text(vm, args, |f| &mut f.name) },
        ),
        (
            NativeDef {
                name: "function.__qualname__",
                call: |vm, args| Ok(function(vm, args).map_or(Value::None, |f| f.qualname)),
            },
            NativeDef {
                name: "function.__qualname__",
                call: |vm, args| set_text(vm, args, |f| &mut f.qualname),
            },
        ),
        (
            NativeDef {
                name: "function.__code__",
                call: |vm, args| Ok(function(vm, args).map_or(Value::None, |f| Value::Obj(f.code))),
            },
            NativeDef { name: "function.__code__", call: set_code },
        ),
        (
            NativeDef { name: "function.__annotations__", call: annotations },
            NativeDef {
                name: "function.__annotations__",
                call: |vm, args| set(vm, args, |f| &mut f.annotations),
            },
        ),
        (
            NativeDef { name: "function.__type_params__", call: type_params },
            NativeDef {
                name: "function.__type_params__",
                call: |vm, args| set(vm, args, |f| &mut f.type_params),
            },
        ),
    ],
    ..NONE
};

fn function<'a>(vm: &'a Vm, args: Args) -> Option<&'a Function> {
    match vm.data(args.get(0)) {
        Some(Data::Function(function)) => Some(function),
        _ => None,
    }
}

fn method(vm: &Vm, args: Args) -> Option<(Value, Value)> {
    match vm.data(args.get(0)) {
        Some(Data::Method { func, this }) => Some((*func, *this)),
        _ => None,
    }
}

fn set(vm: &mut Vm, args: Args, slot: fn(&mut Function) -> &mut Value) -> Res {
    let Value::Obj(id) = args.get(0) else { return Ok(Value::None) };
    let value = args.get(1).or(Value::None);
    vm.heap.replace(id, value, |object, value| match &mut object.data {
        Data::Function(function) => std::mem::replace(slot(function), value),
        _ => value,
    });
    Ok(Value::None)
}

fn set_text(vm: &mut Vm, args: Args, slot: fn(&mut Function) -> &mut Value) -> Res {
    if vm.as_str(args.get(1)).is_none() {
        return Err(vm.type_error("__name__ must be set to a string object"));
    }
    set(vm, args, slot)
}

fn set_code(vm: &mut Vm, args: Args) -> Res {
    let (Value::Obj(id), Value::Obj(code), Some(Data::Code(_))) =
        (args.get(0), args.get(1), vm.data(args.get(1)))
    else {
        return Err(vm.type_error("__code__ must be set to a code object"));
    };
    vm.heap.update(id, |object| {
        if let Data::Function(function) = &mut object.data {
            function.code = code;
        }
    });
    Ok(Value::None)
}

fn annotations(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(0);
    let (known, annotate) =
        function(vm, args).map_or((Value::None, Value::None), |f| (f.annotations, f.annotate));
    if !known.is_null() && !known.is_none() {
        return Ok(known);
    }
    if !annotate.is_none() {
        return Err(vm.slow("_function_annotations", &[this]));
    }
    let empty = Value::Obj(vm.dict());
    set(vm, Args::pos(&[this, empty]), |f| &mut f.annotations)?;
    Ok(empty)
}

fn type_params(vm: &mut Vm, args: Args) -> Res {
    match function(vm, args).map(|f| f.type_params) {
        Some(params) if !params.is_null() => Ok(params),
        _ => Ok(vm.tuple([])),
    }
}

/// `descriptor.__get__(instance, class=None)`.
fn bind(vm: &mut Vm, args: Args) -> Res {
    vm.arity("__get__", &args, 1, 1, 2)?;
    let (raw, this) = (args.get(0), args.get(1));
    let class = match args.get(2) {
        Value::Obj(class) if vm.is_class(args.get(2)) => class,
        _ => vm.class_of(this),
    };
    let this = if this.is_none() && class != ty::NONE_TYPE { Value::Null } else { this };
    vm.bind_to(raw, this, class)
}

/// `callable.__call__(…)`.
fn call(_: &mut Vm, args: Args) -> Res {
    let spec = CallSpec { callable: args.get(0), pos: args.pos[1..].to_vec(), kw: args.kw.to_vec() };
    Err(Fail::Call(Box::new(spec)))
}

fn getset_set(vm: &mut Vm, args: Args) -> Res {
    vm.set_through_descriptor(args.get(0), args.get(1), args.get(2))?;
    Ok(Value::None)
}

fn of_function(vm: &mut Vm, args: Args, name: &str) -> Res {
    match method(vm, args) {
        Some((func, _)) => vm.getattr(func, &name.into()),
        None => Ok(Value::None),
    }
}

fn method_eq(vm: &mut Vm, args: Args) -> Res {
    let other = method(vm, Args::pos(&[args.get(1)]));
    Ok(match (method(vm, args), other) {
        (Some((func, this)), Some((other, that))) => Value::Bool(this.is(that) && func.is(other)),
        _ => Value::NotImplemented,
    })
}

fn method_hash(vm: &mut Vm, args: Args) -> Res {
    let hash = vm.hash(args.get(0))?;
    Ok(Value::Int(hash as i64))
}

fn def(vm: &Vm, args: Args) -> &'static str {
    match vm.data(args.get(0)) {
        Some(Data::Native { def, .. } | Data::GetSet(def, _)) => def.name,
        _ => "",
    }
}

/// The name without what tells where it is installed.
fn public(name: &'static str) -> &'static str {
    name.strip_prefix("prelude.").unwrap_or(name)
}

fn name(vm: &mut Vm, args: Args) -> Res {
    if let Some(Data::Member { name, .. }) = vm.data(args.get(0)) {
        let name = name.clone();
        return Ok(vm.intern(&name));
    }
    let name = def(vm, args);
    Ok(vm.intern(&name.rsplit('.').next().unwrap_or(name).into()))
}

fn qualname(vm: &mut Vm, args: Args) -> Res {
    if let Some(Data::Member { name, owner }) = vm.data(args.get(0)) {
        let text = format!("{}.{}", vm.class(*owner).qualname.as_str(), name.as_str());
        return Ok(vm.str(text));
    }
    let name = public(def(vm, args));
    // A function of a native module is named with it; only classes count here.
    let shown = match name.rsplit_once('.') {
        Some((owner, _)) if class_id(owner).is_some() => name,
        Some((_, short)) => short,
        None => name,
    };
    Ok(vm.intern(&shown.into()))
}

/// The built-in class of this name.
fn class_id(name: &str) -> Option<crate::vm::value::Id> {
    TYPES
        .iter()
        .find(|(_, full, ..)| *full == name || full.rsplit('.').next() == Some(name))
        .map(|(id, ..)| *id)
}

fn owner(vm: &mut Vm, args: Args) -> Res {
    if let Some(Data::Member { owner, .. }) = vm.data(args.get(0)) {
        return Ok(Value::Obj(*owner));
    }
    let owner = def(vm, args).rsplit_once('.').and_then(|(owner, _)| class_id(owner));
    Ok(owner.map_or(Value::None, Value::Obj))
}

fn native_self(vm: &mut Vm, args: Args) -> Res {
    Ok(match vm.data(args.get(0)) {
        Some(Data::Native { this, .. }) if !this.is_null() => *this,
        _ => vm.get_name(vm.modules, &"builtins".into()).unwrap_or(Value::None),
    })
}

fn native_module(vm: &mut Vm, args: Args) -> Res {
    let bound = matches!(vm.data(args.get(0)), Some(Data::Native { this, .. }) if !this.is_null());
    if bound {
        return Ok(Value::None);
    }
    let name = public(def(vm, args));
    let module = name.rsplit_once('.').map_or("builtins", |(module, _)| module);
    Ok(vm.intern(&module.into()))
}

/// `FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)`.
fn new_function(vm: &mut Vm, args: Args) -> Res {
    let names = ["code", "globals", "name", "argdefs", "closure", "kwdefaults"];
    let [code, globals, name, defaults, closure, kwdefaults] =
        vm.params("function", &args, 1, names, 2, 0)?;
    let (Value::Obj(code_id), Some(text)) = (code, vm.code_of(code)) else {
        return Err(vm.type_error("function() argument 'code' must be code"));
    };
    let (Value::Obj(globals), true) = (globals, vm.dict_table(globals).is_some()) else {
        return Err(vm.type_error("function() argument 'globals' must be dict"));
    };
    let name = if vm.as_str(name).is_some() { name } else { vm.intern(&text.name) };
    let qualname = vm.intern(&text.qualname);
    let module = vm.get_name(globals, &"__name__".into()).unwrap_or(Value::None);
    let function = Function {
        code: code_id,
        globals,
        name,
        qualname,
        defaults: defaults.or(Value::None),
        kwdefaults: kwdefaults.or(Value::None),
        closure: closure.or(Value::None),
        annotate: Value::None,
        annotations: Value::Null,
        doc: Value::None,
        module,
        type_params: Value::Null,
    };
    Ok(vm.alloc_with_attrs(ty::FUNCTION, Data::Function(Cow::new(function))))
}

/// `MethodType(function, instance)`.
fn new_method(vm: &mut Vm, args: Args) -> Res {
    vm.arity("method", &args, 1, 2, 2)?;
    let (func, this) = (args.get(1), args.get(2));
    if !vm.is_callable(func) {
        return Err(vm.type_error("first argument must be callable"));
    }
    if this.is_none() {
        return Err(vm.type_error("instance must not be None"));
    }
    Ok(vm.alloc(ty::METHOD, Data::Method { func, this }))
}
