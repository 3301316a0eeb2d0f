//! `super`: attributes of an instance as the classes behind a given one in its resolution order have them.
//!
//! After Objects/typeobject.c `super_getattro`, `super_init_impl` and `supercheck` of CPython 3.13. The usual
//! `super().name` makes no object: the instruction `LOAD_SUPER_ATTR` comes to [`Vm::super_getattr`] at once.

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::native::{Args, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::{Id, PyStr, Value};
use crate::vm::{Vm, ty};
use std::sync::Arc;

/// See the module.
pub const TABLES: Tables = Tables {
    methods: natives![
        "super.__init__" => init,
        "super.__getattribute__" => |vm, args| {
            let name = super::object::attr_name(vm, args.get(1))?;
            vm.super_object_attr(args.get(0), &name)
        },
        "super.__get__" => get,
        "super.__repr__" => |vm, args| {
            let text = vm.repr_data(args.get(0))?;
            Ok(vm.str(text))
        },
    ],
    statics: natives![
        "super.__new__" => |vm, args| {
            let class = args.get(0).id().unwrap_or(ty::SUPER);
            Ok(vm.new_instance(class, Data::Super(Cow::new([Value::None; 3]))))
        },
    ],
    getters: natives![
        "super.__thisclass__" => |vm, args| Ok(part(vm, args.get(0), 0)),
        "super.__self__" => |vm, args| Ok(part(vm, args.get(0), 1)),
        "super.__self_class__" => |vm, args| Ok(part(vm, args.get(0), 2)),
    ],
    ..NONE
};

/// class, object, the object's class.
fn part(vm: &Vm, value: Value, at: usize) -> Value {
    match vm.data(value) {
        Some(Data::Super(parts)) => parts[at],
        _ => Value::None,
    }
}

/// `super()` without arguments finds class and instance in the calling frame; else they are given.
fn init(vm: &mut Vm, args: Args) -> Res {
    vm.no_keywords("super", &args)?;
    vm.count_args("super", args.pos.len() - 1, 0, 2)?;
    let Value::Obj(id) = args.get(0) else { return Ok(Value::None) };
    let (class, this) = match args.pos.len() {
        1 => vm.caller_class_and_self()?,
        2 => (args.get(1), Value::None),
        _ => (args.get(1), args.get(2)),
    };
    let Value::Obj(class_id) = class else { return Err(no_type(vm, class)) };
    if !vm.is_class(class) {
        return Err(no_type(vm, class));
    }
    let start = if this.is_none() { Value::None } else { Value::Obj(vm.super_start(class_id, this)?) };
    vm.heap.update(id, |object| object.data = Data::Super(Cow::new([class, this, start])));
    Ok(Value::None)
}

fn no_type(vm: &mut Vm, value: Value) -> crate::vm::native::Fail {
    let got = vm.class_name(value);
    vm.type_error(format!("super() argument 1 must be a type, not {got}"))
}

/// An unbound `super(class)` as a class attribute binds to the instance that it is asked of.
fn get(vm: &mut Vm, args: Args) -> Res {
    let (object, this) = (args.get(0), args.get(1));
    let Value::Obj(class) = part(vm, object, 0) else { return Ok(object) };
    if this.is_none() || !part(vm, object, 1).is_none() {
        return Ok(object);
    }
    let start = vm.super_start(class, this)?;
    let parts = [Value::Obj(class), this, Value::Obj(start)];
    Ok(vm.new_instance(ty::SUPER, Data::Super(Cow::new(parts))))
}

impl Vm {
    /// The class whose resolution order counts: of the instance, or in a class method the class itself.
    fn super_start(&mut self, class: Id, this: Value) -> Res<Id> {
        let start = match this {
            Value::Obj(id) if self.is_class(this) && self.is_subclass(id, class) => return Ok(id),
            _ => self.class_of(this),
        };
        if self.is_subclass(start, class) {
            return Ok(start);
        }
        let (kind, name) = match self.data(this) {
            Some(Data::Type(data)) => ("type", data.name.clone()),
            _ => ("instance of", self.class_name(this)),
        };
        let wanted = self.class(class).name.clone();
        Err(self.type_error(format!(
            "super(type, obj): obj ({kind} {name}) is not an instance or subtype of type ({wanted})."
        )))
    }

    /// `super(class, this).name`.
    pub(in crate::vm) fn super_getattr(&mut self, class: Id, this: Value, name: &PyStr) -> Res {
        let start = self.super_start(class, this)?;
        if let Some(raw) = self.behind(start, class, name) {
            let bound = if this == Value::Obj(start) { Value::Null } else { this };
            return self.bind_to(raw, bound, start);
        }
        let parts = [Value::Obj(class), this, Value::Obj(start)];
        let object = self.new_instance(ty::SUPER, Data::Super(Cow::new(parts)));
        self.generic_getattr(object, name)
    }

    /// The raw attribute that the classes behind `class` in the order of `start` have.
    fn behind(&self, start: Id, class: Id, name: &PyStr) -> Option<Value> {
        if name.as_str() == "__class__" {
            return None;
        }
        let mro = &self.class(start).mro;
        let after = mro.iter().position(|id| *id == class).map_or(mro.len(), |at| at + 1);
        mro[after..].iter().find_map(|id| self.class(*id).dict.get(name))
    }

    /// An attribute of a `super` object.
    pub(in crate::vm) fn super_object_attr(&mut self, object: Value, name: &PyStr) -> Res {
        let (class, this, start) = (part(self, object, 0), part(self, object, 1), part(self, object, 2));
        if let (Value::Obj(class), Value::Obj(start)) = (class, start)
            && let Some(raw) = self.behind(start, class, name)
        {
            let bound = if this == Value::Obj(start) { Value::Null } else { this };
            return self.bind_to(raw, bound, start);
        }
        self.generic_getattr(object, name)
    }

    fn caller_class_and_self(&mut self) -> Res<(Value, Value)> {
        let fail = |vm: &mut Vm, text: &str| Err(vm.raise(ty::RUNTIME_ERROR, format!("super(): {text}")));
        let frame = self.th.frames.iter().rev().find(|f| !f.hidden).copied();
        let Some(frame) = frame else { return fail(self, "no current frame") };
        let code = Arc::clone(&self.code_obj(frame.code).code);
        if code.arg_count == 0 {
            return fail(self, "no arguments");
        }
        let base = frame.base as usize;
        let mut this = self.th.stack[base];
        if let Some(Data::Cell(content)) = self.data(this) {
            this = *content;
        }
        if this.is_null() {
            return fail(self, "arg[0] deleted");
        }
        let slot = code.locals.iter().position(|n| n.as_str() == "__class__");
        match slot.map(|at| self.data(self.th.stack[base + at])) {
            Some(Some(Data::Cell(Value::Null))) => fail(self, "empty __class__ cell"),
            Some(Some(Data::Cell(content))) => Ok((*content, this)),
            _ => fail(self, "__class__ cell not found"),
        }
    }
}
