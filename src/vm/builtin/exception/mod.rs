//! `BaseException`: making exceptions, their arguments, what they are chained to, their texts.
//!
//! After Objects/exceptions.c of CPython 3.13. An instance is [`Data::Exception`] under any class; the further
//! fields of some classes (`errno`, `name`, …) stand among its attributes.
//!
//! Contents: `fields` (further fields), `kinds` (classes with their own arguments or text), `group`.

mod fields;
mod group;
mod kinds;

pub use fields::TABLES as FIELDS;
pub use group::TABLES as GROUP;
pub use kinds::TABLES as KINDS;

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::native::{Args, NONE, NativeDef, Res, Tables};
use crate::vm::object::{Attrs, Data, ExcData};
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};

/// See the module.
pub const TABLES: Tables = Tables {
    methods: natives![
        "BaseException.__init__" => init,
        "BaseException.__str__" => |vm, args| {
            let text = vm.exception_text(args.get(0))?;
            Ok(vm.str(text))
        },
        "BaseException.__repr__" => |vm, args| {
            let text = repr(vm, args.get(0))?;
            Ok(vm.str(text))
        },
        "BaseException.with_traceback" => |vm, args| {
            let (this, traceback) = vm.one_arg("BaseException.with_traceback", &args)?;
            set_traceback(vm, Args::pos(&[this, traceback]))?;
            Ok(this)
        },
        "BaseException.add_note" => add_note,
        "BaseException.__reduce__" => reduce,
        "BaseException.__setstate__" => set_state,
    ],
    statics: natives!["BaseException.__new__" => |vm, args| {
        let class = class_arg(vm, args)?;
        Ok(vm.new_exception(class, &args.pos[1..]))
    }],
    accessors: &[
        (
            NativeDef {
                name: "BaseException.args",
                call: |vm, args| Ok(data(vm, args).map_or(Value::None, |e| e.args)),
            },
            NativeDef { name: "BaseException.args", call: set_args },
        ),
        (
            NativeDef {
                name: "BaseException.__cause__",
                call: |vm, args| Ok(data(vm, args).map_or(Value::None, |e| e.cause)),
            },
            NativeDef { name: "BaseException.__cause__", call: set_cause },
        ),
        (
            NativeDef {
                name: "BaseException.__context__",
                call: |vm, args| Ok(data(vm, args).map_or(Value::None, |e| e.context)),
            },
            NativeDef { name: "BaseException.__context__", call: set_context },
        ),
        (
            NativeDef {
                name: "BaseException.__traceback__",
                call: |vm, args| Ok(data(vm, args).map_or(Value::None, |e| e.traceback)),
            },
            NativeDef { name: "BaseException.__traceback__", call: set_traceback },
        ),
        (
            NativeDef {
                name: "BaseException.__suppress_context__",
                call: |vm, args| Ok(Value::Bool(data(vm, args).is_some_and(|e| e.suppress))),
            },
            NativeDef { name: "BaseException.__suppress_context__", call: set_suppress },
        ),
    ],
    ..NONE
};

impl Vm {
    /// Makes an instance of an exception class, whatever its constructor.
    pub fn new_exception(&mut self, class: Id, args: &[Value]) -> Value {
        let args = self.tuple(args);
        let data = ExcData {
            args,
            cause: Value::None,
            context: Value::None,
            traceback: Value::None,
            suppress: false,
        };
        Value::Obj(self.heap.alloc(class, Attrs::Own(Cow::default()), Data::Exception(Cow::new(data))))
    }

    /// `exc.args`, as values.
    pub fn exception_args(&self, exc: Value) -> Vec<Value> {
        match self.data(exc) {
            Some(Data::Exception(data)) => self.items(data.args).map_or(Vec::new(), <[Value]>::to_vec),
            _ => Vec::new(),
        }
    }

    /// Puts a value into one of an exception's counted fields.
    fn set_exception_slot(&mut self, exc: Value, value: Value, slot: fn(&mut ExcData) -> &mut Value) {
        let Value::Obj(id) = exc else { return };
        self.heap.replace(id, value, |object, value| match &mut object.data {
            Data::Exception(data) => std::mem::replace(slot(data), value),
            _ => value,
        });
    }

    /// Sets `exc.args`.
    pub fn set_exception_args(&mut self, exc: Value, args: &[Value]) {
        let tuple = self.tuple(args);
        self.set_exception_slot(exc, tuple, |data| &mut data.args);
    }
}

fn data<'a>(vm: &'a Vm, args: Args) -> Option<&'a ExcData> {
    match vm.data(args.get(0)) {
        Some(Data::Exception(data)) => Some(data),
        _ => None,
    }
}

/// The class that `__new__` is given.
fn class_arg(vm: &mut Vm, args: Args) -> Res<Id> {
    match args.get(0) {
        Value::Obj(id) if vm.is_class(args.get(0)) && vm.is_subclass(id, ty::BASE_EXCEPTION) => Ok(id),
        _ => Err(vm.type_error("BaseException.__new__(X): X is not a type object")),
    }
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(0);
    if !args.kw.is_empty() {
        let name = vm.class_name(this);
        return Err(vm.type_error(format!("{}() takes no keyword arguments", name.as_str())));
    }
    let given = args.pos.get(1..).unwrap_or(&[]);
    if vm.exception_args(this) != given {
        vm.set_exception_args(this, given);
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm, exc: Value) -> Res<String> {
    let args = vm.exception_args(exc);
    let name = vm.class_name(exc);
    let shown = match args[..] {
        [only] => format!("({})", vm.repr(only)?.as_str()),
        _ => {
            let tuple = vm.tuple(args);
            vm.repr(tuple)?.to_string()
        }
    };
    Ok(format!("{}{shown}", name.as_str()))
}

fn add_note(vm: &mut Vm, args: Args) -> Res {
    let (this, note) = vm.one_arg("BaseException.add_note", &args)?;
    if vm.as_str(note).is_none() {
        let got = vm.class_name(note);
        return Err(vm.type_error(format!("note must be a str, not '{}'", got.as_str())));
    }
    match vm.own(this, &"__notes__".into()) {
        Some(Value::Obj(notes)) if matches!(vm.data(Value::Obj(notes)), Some(Data::List(_))) => {
            vm.list_push(notes, note);
        }
        Some(_) => return Err(vm.type_error("Cannot add note: __notes__ is not a list")),
        None => {
            let notes = vm.list(vec![note]);
            vm.set_own(this, "__notes__", notes);
        }
    }
    Ok(Value::None)
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(0);
    let class = Value::Obj(vm.class_of(this));
    let given = data(vm, args).map_or(Value::None, |e| e.args);
    let mut parts = vec![class, given];
    let id = this.id();
    let own: Vec<_> = match id.map(|id| &vm.heap.get(id).attrs) {
        Some(Attrs::Own(names)) => names.iter().map(|(name, value)| (name.clone(), value)).collect(),
        _ => Vec::new(),
    };
    if let Some(Attrs::Dict(dict)) = id.map(|id| &vm.heap.get(id).attrs) {
        parts.push(Value::Obj(*dict));
    } else if !own.is_empty() {
        parts.push(Value::Obj(vm.dict_of(&own)));
    }
    Ok(vm.tuple(parts))
}

fn set_state(vm: &mut Vm, args: Args) -> Res {
    let (this, state) = vm.one_arg("BaseException.__setstate__", &args)?;
    if state.is_none() {
        return Ok(Value::None);
    }
    let Some(table) = vm.dict_table(state) else {
        return Err(vm.type_error("state is not a dictionary"));
    };
    for entry in table.iter().collect::<Vec<_>>() {
        if let Some(name) = vm.as_str(entry.key) {
            vm.set_own(this, &name, entry.value);
        }
    }
    Ok(Value::None)
}

fn set_args(vm: &mut Vm, args: Args) -> Res {
    if args.get(1).is_null() {
        return Err(vm.type_error("args may not be deleted"));
    }
    let items = vm.collect(args.get(1))?;
    vm.set_exception_args(args.get(0), &items);
    Ok(Value::None)
}

/// An exception or `None`, for a field of this name.
fn linked(vm: &mut Vm, value: Value, name: &str) -> Res<()> {
    if value.is_null() {
        return Err(vm.type_error(format!("{name} may not be deleted")));
    }
    if !value.is_none() && !vm.is_instance(value, ty::BASE_EXCEPTION) {
        let word = name.trim_matches('_');
        return Err(vm.type_error(format!("exception {word} must be None or derive from BaseException")));
    }
    Ok(())
}

fn set_cause(vm: &mut Vm, args: Args) -> Res {
    linked(vm, args.get(1), "__cause__")?;
    vm.set_cause(args.get(0), args.get(1))?;
    Ok(Value::None)
}

fn set_context(vm: &mut Vm, args: Args) -> Res {
    linked(vm, args.get(1), "__context__")?;
    vm.set_exception_slot(args.get(0), args.get(1), |data| &mut data.context);
    Ok(Value::None)
}

fn set_traceback(vm: &mut Vm, args: Args) -> Res {
    let traceback = args.get(1);
    if traceback.is_null() {
        return Err(vm.type_error("__traceback__ may not be deleted"));
    }
    if !traceback.is_none() && !matches!(vm.data(traceback), Some(Data::Traceback(_))) {
        return Err(vm.type_error("__traceback__ must be a traceback or None"));
    }
    vm.set_exception_slot(args.get(0), traceback, |data| &mut data.traceback);
    Ok(Value::None)
}

fn set_suppress(vm: &mut Vm, args: Args) -> Res {
    let Value::Bool(suppress) = args.get(1) else {
        return Err(vm.type_error("attribute value type must be bool"));
    };
    if let Value::Obj(id) = args.get(0)
        && let Data::Exception(data) = &mut vm.heap.get_mut(id).data
    {
        data.suppress = suppress;
    }
    Ok(Value::None)
}
