//! `object`, and the prelude's natives for attributes: lookup on classes, binding, plain get and set.

use crate::natives;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::{PyStr, Value};
use crate::vm::{Vm, ty};

/// See the module.
pub const TABLES: Tables = Tables {
    methods: natives![
        "object.__init__" => init,
        "object.__repr__" => repr,
        "object.__str__" => |vm, args| {
            let text = vm.to_str(args.get(0))?;
            Ok(vm.str(text))
        },
        "object.__hash__" => |vm, args| {
            let hash = identity_hash(vm, args.get(0));
            Ok(Value::Int(hash))
        },
        "object.__eq__" => |_, args| {
            Ok(if args.get(0).is(args.get(1)) { Value::Bool(true) } else { Value::NotImplemented })
        },
        "object.__ne__" => |_, _| Err(Fail::Python),
        "object.__lt__" => |_, _| Ok(Value::NotImplemented),
        "object.__le__" => |_, _| Ok(Value::NotImplemented),
        "object.__gt__" => |_, _| Ok(Value::NotImplemented),
        "object.__ge__" => |_, _| Ok(Value::NotImplemented),
        "object.__getattribute__" => |vm, args| {
            let name = attr_name(vm, args.get(1))?;
            vm.generic_getattr(args.get(0), &name)
        },
        "object.__setattr__" => |vm, args| {
            let name = attr_name(vm, args.get(1))?;
            vm.generic_setattr(args.get(0), &name, args.get(2)).map(|()| Value::None)
        },
        "object.__delattr__" => |vm, args| {
            let name = attr_name(vm, args.get(1))?;
            vm.generic_setattr(args.get(0), &name, Value::Null).map(|()| Value::None)
        },
        "object.__format__" => |_, _| Err(Fail::Python),
        "object.__reduce_ex__" => |_, _| Err(Fail::Python),
        "object.__reduce__" => |vm, args| Err(vm.slow("object____reduce_ex__", &[args.get(0), Value::Int(0)])),
        "object.__dir__" => |_, _| Err(Fail::Python),
        "object.__getstate__" => |_, _| Err(Fail::Python),
        "object.__sizeof__" => |_, _| Ok(Value::Int(48)),
    ],
    statics: natives!["object.__new__" => new],
    classmethods: natives![
        "object.__init_subclass__" => init_subclass,
        "object.__subclasshook__" => |_, _| Ok(Value::NotImplemented),
    ],
    functions: natives![
        "prelude._lookup" => |vm, args| {
            let (Value::Obj(class), Some(name)) = (args.get(0), vm.as_str(args.get(1))) else {
                return Ok(Value::None);
            };
            Ok(vm.lookup(class, &name).unwrap_or(Value::None))
        },
        "prelude._bind" => |vm, args| {
            let class = vm.class_of(args.get(1));
            vm.bind_to(args.get(0), args.get(1), class)
        },
        "prelude._bind_class" => |vm, args| {
            let Value::Obj(class) = args.get(1) else { return Ok(args.get(0)) };
            vm.bind_to(args.get(0), Value::Null, class)
        },
        "prelude._generic_getattr" => |vm, args| {
            let name = attr_name(vm, args.get(1))?;
            vm.generic_getattr(args.get(0), &name)
        },
        "prelude._getattr" => |vm, args| {
            let name = attr_name(vm, args.get(1))?;
            match vm.getattr(args.get(0), &name) {
                Err(Fail::Python) => Err(vm.slow("op_getattr", &args.pos[..2])),
                other => other,
            }
        },
        "prelude._setattr" => |vm, args| {
            let name = attr_name(vm, args.get(1))?;
            match vm.setattr(args.get(0), &name, args.get(2)) {
                Err(Fail::Python) => Err(vm.slow("op_setattr", &args.pos[..3])),
                other => other.map(|()| Value::None),
            }
        },
        "prelude._delattr" => |vm, args| {
            let name = attr_name(vm, args.get(1))?;
            match vm.setattr(args.get(0), &name, Value::Null) {
                Err(Fail::Python) => Err(vm.slow("op_delattr", &args.pos[..2])),
                other => other.map(|()| Value::None),
            }
        },
        "id" => |_, args| Ok(Value::Int(match args.get(0) {
            Value::Obj(_) => crate::vm::value::address(args.get(0)) as i64,
            Value::Int(n) => 0x5500_0000_0000 + n.wrapping_mul(32) % 0x1000_0000,
            Value::Bool(b) => 0x5600_0000_0000 + i64::from(b) * 32,
            _ => 0x5600_0000_1000,
        })),
        "callable" => |vm, args| Ok(Value::Bool(vm.is_callable(args.get(0)))),
    ],
    ..NONE
};

/// The name of an attribute, or `TypeError`.
pub fn attr_name(vm: &mut Vm, value: Value) -> Res<PyStr> {
    match vm.as_str(value) {
        Some(name) => Ok(name),
        None => {
            let got = vm.class_name(value);
            Err(vm.type_error(format!("attribute name must be string, not '{}'", got.as_str())))
        }
    }
}

fn identity_hash(vm: &Vm, value: Value) -> i64 {
    let _ = vm;
    match value {
        Value::Obj(_) => (crate::vm::value::address(value) >> 4) as i64,
        _ => 0x1000,
    }
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let value = args.get(0);
    let class = vm.class_of(value);
    if !vm.class(class).flags.heap {
        // Built-in classes without a `__repr__` in their table are shown by what they carry.
        let text = vm.repr_data(value)?;
        return Ok(vm.str(text));
    }
    let module = vm.lookup(class, &"__module__".into()).and_then(|v| vm.as_str(v));
    let qualname = vm.class(class).qualname.clone();
    let prefix = match module {
        Some(module) if module.as_str() != "builtins" => format!("{}.", module.as_str()),
        _ => String::new(),
    };
    let address = crate::vm::value::address(value);
    Ok(vm.str(format!("<{prefix}{} object at 0x{address:x}>", qualname.as_str())))
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let Value::Obj(class) = args.get(0) else {
        return Err(vm.type_error("object.__new__(): not enough arguments"));
    };
    if !vm.is_class(args.get(0)) {
        return Err(vm.type_error("object.__new__(X): X is not a type object"));
    }
    if args.pos.len() > 1 || !args.kw.is_empty() {
        let own_new = !is_native(vm, vm.lookup(class, &"__new__".into()), "object.__new__");
        let own_init = !is_native(vm, vm.lookup(class, &"__init__".into()), "object.__init__");
        if own_new {
            return Err(
                vm.type_error("object.__new__() takes exactly one argument (the type to instantiate)")
            );
        }
        if !own_init {
            let name = vm.class(class).name.clone();
            return Err(vm.type_error(format!("{}() takes no arguments", name.as_str())));
        }
    }
    vm.check_abstract(class)?;
    Ok(vm.new_instance(class, Data::Plain))
}

impl Vm {
    /// The class given to a built-in `__new__` must be a subclass (Objects/typeobject.c `tp_new_wrapper`).
    pub fn check_new(&mut self, name: &str, args: Args) -> Res<()> {
        let owner = name.trim_end_matches(".__new__");
        let base = crate::vm::boot::class_named(owner);
        let full = self.message_name(base);
        let class = match args.get(0) {
            Value::Null => return Err(self.type_error(format!("{full}.__new__(): not enough arguments"))),
            Value::Obj(class) if self.is_class(args.get(0)) => class,
            other => {
                let got = self.class_name(other);
                return Err(self.type_error(format!("{full}.__new__(X): X is not a type object ({got})")));
            }
        };
        let given = self.message_name(class);
        if !self.is_subclass(class, base) {
            let text = format!("{full}.__new__({given}): {given} is not a subtype of {full}");
            return Err(self.type_error(text));
        }
        // The most derived built-in class must be made by its own function.
        let built_in = self.class(class).mro.iter().copied().find(|id| !self.class(*id).flags.heap);
        let Some(built_in) = built_in.filter(|id| base == ty::OBJECT && *id != base) else { return Ok(()) };
        let made = self.class(built_in).dict.get(crate::name!("__new__"));
        if made.is_none() {
            return Ok(());
        }
        let own = self.message_name(built_in);
        Err(self.type_error(format!("{full}.__new__({given}) is not safe, use {own}.__new__()")))
    }
}

fn is_native(vm: &Vm, value: Option<Value>, name: &str) -> bool {
    match value.map(|v| vm.data(v)) {
        Some(Some(Data::Native { def, .. })) => def.name == name,
        _ => false,
    }
}

/// `object.__init__`, which complains about arguments unless `__new__` alone is the class's own (`object_init`).
fn init(vm: &mut Vm, args: Args) -> Res {
    if args.pos.is_empty() {
        return Err(vm.type_error("descriptor '__init__' of 'object' object needs an argument"));
    }
    if args.pos.len() > 1 || !args.kw.is_empty() {
        let class = vm.class_of(args.get(0));
        let own_init = !is_native(vm, vm.lookup(class, crate::name!("__init__")), "object.__init__");
        let own_new = !is_native(vm, vm.lookup(class, crate::name!("__new__")), "object.__new__");
        if own_init {
            return Err(
                vm.type_error("object.__init__() takes exactly one argument (the instance to initialize)")
            );
        }
        if !own_new {
            let name = vm.class_name(args.get(0));
            let text = format!("{name}.__init__() takes exactly one argument (the instance to initialize)");
            return Err(vm.type_error(text));
        }
    }
    Ok(Value::None)
}

fn init_subclass(vm: &mut Vm, args: Args) -> Res {
    if args.pos.len() > 1 || !args.kw.is_empty() {
        let Value::Obj(class) = args.get(0) else { return Ok(Value::None) };
        let name = vm.class(class).name.clone();
        return Err(
            vm.type_error(format!("{}.__init_subclass__() takes no keyword arguments", name.as_str()))
        );
    }
    Ok(Value::None)
}

impl Vm {
    /// Python's `callable()`.
    pub fn is_callable(&self, value: Value) -> bool {
        match self.data(value) {
            Some(
                Data::Function(_)
                | Data::Method { .. }
                | Data::Native { .. }
                | Data::Type(_)
                | Data::Partial(_),
            ) => true,
            Some(Data::StaticMethod(_)) => true,
            Some(_) => self.lookup(self.class_of(value), &"__call__".into()).is_some(),
            None => false,
        }
    }
    /// True for `type` and everything that derives from it.
    pub fn is_metaclass(&self, class: crate::vm::value::Id) -> bool {
        self.is_subclass(class, ty::TYPE)
    }
}
