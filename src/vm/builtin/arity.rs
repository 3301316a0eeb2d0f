//! Checks of argument counts and of `self`, with the wording that CPython's argument clinic produces.
//!
//! A method's first argument is the instance; counts in messages leave it out.

use crate::vm::native::{Args, Res};
use crate::vm::object::Data;
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};

fn short(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

impl Vm {
    /// A method without arguments.
    pub fn takes_none(&mut self, name: &str, args: Args) -> Res<()> {
        self.no_keywords(name, &args)?;
        match args.pos.len() {
            0 => Err(self.type_error(format!("unbound method {name}() needs an argument"))),
            1 => Ok(()),
            n if short(name).starts_with("__") => {
                Err(self.type_error(format!("expected 0 arguments, got {}", n - 1)))
            }
            n => Err(self.type_error(format!("{name}() takes no arguments ({} given)", n - 1))),
        }
    }

    /// A method with one argument, which it returns.
    pub fn takes_one(&mut self, name: &str, args: Args) -> Res {
        self.no_keywords(name, &args)?;
        match args.pos.len() {
            0 => Err(self.type_error(format!("unbound method {name}() needs an argument"))),
            2 => Ok(args.pos[1]),
            n if short(name).starts_with("__") => {
                Err(self.type_error(format!("expected 1 argument, got {}", n - 1)))
            }
            n => Err(self.type_error(format!("{name}() takes exactly one argument ({} given)", n - 1))),
        }
    }

    /// A method with `min` to `max` positional arguments.
    pub fn some_args(&mut self, name: &str, args: Args, min: usize, max: usize) -> Res<()> {
        self.no_keywords(name, &args)?;
        if args.pos.is_empty() {
            return Err(self.type_error(format!("unbound method {name}() needs an argument")));
        }
        self.count_args(short(name), args.pos.len() - 1, min, max)
    }

    /// A count of arguments between `min` and `max`.
    pub fn count_args(&mut self, name: &str, given: usize, min: usize, max: usize) -> Res<()> {
        let (bound, quantity) = match given {
            n if n < min => (if min == max { "" } else { "at least " }, min),
            n if n > max => (if min == max { "" } else { "at most " }, max),
            _ => return Ok(()),
        };
        let plural = if quantity == 1 { "" } else { "s" };
        let dunder = if name.starts_with("__") { String::new() } else { format!("{name} ") };
        Err(self.type_error(format!("{dunder}expected {bound}{quantity} argument{plural}, got {given}")))
    }

    /// A function of the module `builtins` with exactly `n` arguments.
    pub fn function_args(&mut self, name: &str, args: Args, n: usize) -> Res<()> {
        self.no_keywords(name, &args)?;
        let given = args.pos.len();
        match n {
            _ if given == n => Ok(()),
            1 => Err(self.type_error(format!("{name}() takes exactly one argument ({given} given)"))),
            _ => self.count_args(name, given, n, n),
        }
    }

    /// `self` of a method, which must carry the data of `class`.
    pub fn this(&mut self, name: &str, args: Args, class: Id) -> Res<Id> {
        let this = args.get(0);
        if let Value::Obj(id) = this {
            let object = self.heap.get(id);
            let fits = match &object.data {
                Data::List(_) => class == ty::LIST,
                Data::Tuple(_) => class == ty::TUPLE,
                Data::Dict(_) => class == ty::DICT,
                _ => self.is_subclass(object.class, class),
            };
            if fits {
                return Ok(id);
            }
        }
        let wanted = self.class(class).name.clone();
        if this.is_null() {
            return Err(self.type_error(format!("unbound method {name}() needs an argument")));
        }
        let given = self.class_name(this);
        let method = short(name);
        Err(self.type_error(format!(
            "descriptor '{method}' for '{wanted}' objects doesn't apply to a '{given}' object"
        )))
    }

    /// The class that `__new__` is to make an instance of.
    pub fn new_class(&mut self, name: &str, args: Args) -> Res<Id> {
        match args.get(0) {
            Value::Obj(id) if self.is_class(Value::Obj(id)) => Ok(id),
            _ => Err(self.type_error(format!("{name}.__new__(X): X is not a type object"))),
        }
    }

    /// Makes an instance of a built-in class or of a subclass, with attributes where the class has them.
    pub fn instance(&mut self, class: Id, data: Data) -> Value {
        self.new_instance(class, data)
    }

    /// A position argument as `list.insert` and its like take it: clamped to 64 bits.
    pub fn clamped(&mut self, value: Value) -> Res<i64> {
        match self.index_clamped(value)? {
            Some(n) => Ok(n),
            None => {
                let class = self.class_name(value);
                Err(self.type_error(format!("'{class}' object cannot be interpreted as an integer")))
            }
        }
    }

    /// A `start` or `stop` argument of `index`, counted from the end if negative.
    pub fn bound(&mut self, value: Value, len: usize, default: usize) -> Res<usize> {
        if value.is_null() {
            return Ok(default);
        }
        match self.index_clamped(value)? {
            Some(n) if n < 0 => Ok(n.saturating_add(len as i64).max(0) as usize),
            Some(n) => Ok((n as usize).min(len)),
            None => Err(self.type_error("slice indices must be integers or have an __index__ method")),
        }
    }

    /// True if the value's class is exactly `class`.
    pub fn is_exactly(&self, value: Value, class: Id) -> bool {
        !value.is_null() && self.class_of(value) == class
    }

    /// True for `set`, `frozenset` and their subclasses.
    pub fn is_any_set(&self, value: Value) -> bool {
        matches!(self.data(value), Some(Data::Set(_)))
    }

    /// True for `set` and its subclasses.
    pub fn is_mutable_set(&self, value: Value) -> bool {
        self.is_any_set(value) && self.is_instance(value, ty::SET)
    }
}
