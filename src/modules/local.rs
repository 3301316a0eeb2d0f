//! `_thread._local`: attributes of each thread's own (Modules/_threadmodule.c `local_new`, `local_getattro`).
//!
//! The object itself keeps only the arguments of its class's `__init__`; each thread keeps a dictionary for it.
//! A thread that comes to it for the first time runs `__init__` again, which the prelude does.

use crate::natives;
use crate::vm::native::{Args, NONE, Res, Tables};
use crate::vm::object::{Attrs, Data};
use crate::vm::value::{Id, PyStr, Value};
use crate::vm::{Vm, ty};

/// See the module.
pub const TABLES: Tables = Tables {
    statics: natives!["_local.__new__" => new],
    functions: natives![
        "prelude._local_begin" => |vm, args| {
            let Value::Obj(id) = args.get(0) else { return Ok(Value::None) };
            vm.begin_local(id);
            match vm.data(args.get(0)) {
                Some(Data::Fields(parts)) => {
                    let parts = parts.to_vec();
                    Ok(vm.tuple(parts))
                }
                _ => Ok(Value::None),
            }
        },
        "prelude._local_forget" => |vm, args| {
            let id = args.get(0).id();
            if let Some(at) = vm.th.locals.iter().position(|(local, _)| Some(*local) == id) {
                let (_, dict) = vm.th.locals.remove(at);
                vm.heap.dec(dict);
            }
            Ok(Value::None)
        },
        "prelude._drop_locals" => |vm, _| {
            vm.drop_locals();
            Ok(Value::None)
        },
    ],
    ..NONE
};

fn new(vm: &mut Vm, args: Args) -> Res {
    let Value::Obj(class) = args.get(0) else {
        return Err(vm.type_error("_thread._local.__new__(): not enough arguments"));
    };
    if (args.pos.len() > 1 || !args.kw.is_empty()) && !vm.has_own_init(class) {
        return Err(vm.type_error("Initialization arguments are not supported"));
    }
    let positional = vm.tuple(&args.pos[1..]);
    let keywords = Value::Obj(vm.dict_of(args.kw));
    let local = vm.heap.alloc(class, Attrs::None, Data::Fields([positional, keywords].into()));
    vm.begin_local(local);
    Ok(Value::Obj(local))
}

impl Vm {
    fn has_own_init(&self, class: Id) -> bool {
        let init = self.lookup(class, crate::name!("__init__"));
        !matches!(init.map(|init| self.data(init)), Some(Some(Data::Native { def, .. })) if def.name == "object.__init__")
    }

    /// True for instances of `_thread._local`.
    pub fn is_local(&self, id: Id) -> bool {
        let object = self.heap.peek(id);
        matches!(object.data, Data::Fields(_)) && self.is_subclass(object.class, ty::THREAD_LOCAL)
    }

    /// The dictionary that the present thread keeps for a `_thread._local`.
    pub fn local_dict(&self, id: Id) -> Option<Id> {
        self.th.locals.iter().find(|(local, _)| *local == id).and_then(|(_, dict)| dict.id())
    }

    fn begin_local(&mut self, id: Id) {
        if self.local_dict(id).is_none() {
            let dict = Value::Obj(self.dict());
            self.heap.inc(dict);
            self.th.locals.push((id, dict));
        }
    }

    /// True if the present thread has not come to this `_thread._local` before.
    pub fn is_new_local(&self, owner: Value) -> bool {
        owner.id().is_some_and(|id| self.is_local(id) && self.local_dict(id).is_none())
    }

    /// Before an attribute of `owner` is used: makes the thread's dictionary, or asks the prelude to.
    pub fn enter_local(&mut self, owner: Value, slow: &str, name: &PyStr, value: Value) -> Res<()> {
        let Value::Obj(id) = owner else { return Ok(()) };
        if self.has_own_init(self.class_of(owner)) {
            let name = self.intern(name);
            let args = [owner, name, value];
            let count = if value.is_null() { 2 } else { 3 };
            return Err(self.slow(slow, &args[..count]));
        }
        self.begin_local(id);
        Ok(())
    }
}
