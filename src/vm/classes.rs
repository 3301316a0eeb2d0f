//! Classes: making them, calling them, their method resolution order.
//!
//! MRO: the C3 linearisation (Barrett et al. 1996; Objects/typeobject.c `mro_implementation`).

use super::cow::Cow;
use super::frame::Mode;
use super::native::{Args, Fail, Res};
use super::object::{Attrs, Data, Layout, TypeData, TypeFlags};
use super::value::{Id, PyStr, Value};
use super::{Vm, ty};
use crate::program::Origin;
use crate::vm::names::NameMap;

impl Vm {
    /// Calls a class: makes an instance.
    pub(super) fn call_class(&mut self, class: Id, args: Args, mode: Mode, floor: usize) -> Res<()> {
        let meta = self.class_of(Value::Obj(class));
        if class == ty::TYPE && args.pos.len() == 1 && args.kw.is_empty() {
            let result = Ok(Value::Obj(self.class_of(args.pos[0])));
            return self.settle(result, mode, floor);
        }
        if meta != ty::TYPE
            && let Some(call) = self.lookup(meta, &"__call__".into())
            && matches!(self.data(call), Some(Data::Function(_)))
        {
            let pos: Vec<Value> =
                std::iter::once(Value::Obj(class)).chain(args.pos.iter().copied()).collect();
            return self.invoke_at(call, Args { pos: &pos, kw: args.kw }, mode, floor);
        }
        self.instantiate(class, args, mode, floor)
    }

    /// `type.__call__`.
    pub(super) fn instantiate(&mut self, class: Id, args: Args, mode: Mode, floor: usize) -> Res<()> {
        let new = self.lookup(class, &"__new__".into()).expect("internal error: a class without __new__");
        let init = self.lookup(class, &"__init__".into()).expect("internal error: a class without __init__");
        let native = |vm: &Vm, value: Value| match vm.data(value) {
            Some(Data::Native { def, .. }) => Some(*def),
            _ => None,
        };
        let Some(new_def) = native(self, new) else {
            return self.instantiate_slowly(class, args, mode, floor);
        };
        if new_def.name == "object.__new__" {
            if let Err(failure) = self.check_object_args(class, init, args) {
                self.cut(floor);
                return Err(failure);
            }
            let instance = self.new_instance(class, Data::Plain);
            return match self.data(init) {
                Some(Data::Function(_)) if mode == Mode::Push => {
                    let Value::Obj(func) = init else {
                        unreachable!("internal error: function off the heap")
                    };
                    let pos: Vec<Value> = std::iter::once(instance).chain(args.pos.iter().copied()).collect();
                    self.enter_with(func, Args { pos: &pos, kw: args.kw }, floor, Mode::Init, instance)
                }
                Some(Data::Native { def, .. }) if def.name == "object.__init__" => {
                    self.settle(Ok(instance), mode, floor)
                }
                _ => self.instantiate_slowly(class, args, mode, floor),
            };
        }
        let Some(init_def) = native(self, init) else {
            return self.instantiate_slowly(class, args, mode, floor);
        };
        let pos: Vec<Value> = std::iter::once(Value::Obj(class)).chain(args.pos.iter().copied()).collect();
        let made = match (new_def.call)(self, Args { pos: &pos, kw: args.kw }) {
            Ok(made) => made,
            Err(Fail::Python | Fail::Call(_)) => return self.instantiate_slowly(class, args, mode, floor),
            Err(failure) => return self.settle(Err(failure), mode, floor),
        };
        if init_def.name != "object.__init__" && self.is_instance(made, class) {
            let pos: Vec<Value> = std::iter::once(made).chain(args.pos.iter().copied()).collect();
            match (init_def.call)(self, Args { pos: &pos, kw: args.kw }) {
                Ok(_) => {}
                Err(Fail::Python | Fail::Call(_)) => {
                    return self.instantiate_slowly(class, args, mode, floor);
                }
                Err(failure) => return self.settle(Err(failure), mode, floor),
            }
        }
        self.settle(Ok(made), mode, floor)
    }

    fn instantiate_slowly(&mut self, class: Id, args: Args, mode: Mode, floor: usize) -> Res<()> {
        let call = self
            .get_name(self.prelude, &"type____call__".into())
            .expect("internal error: the prelude has no type____call__");
        let pos: Vec<Value> = std::iter::once(Value::Obj(class)).chain(args.pos.iter().copied()).collect();
        self.invoke_at(call, Args { pos: &pos, kw: args.kw }, mode, floor)
    }

    fn check_object_args(&mut self, class: Id, init: Value, args: Args) -> Res<()> {
        let own_init =
            !matches!(self.data(init), Some(Data::Native { def, .. }) if def.name == "object.__init__");
        if !own_init && (!args.pos.is_empty() || !args.kw.is_empty()) {
            let name = self.class(class).name.clone();
            return Err(self.type_error(format!("{}() takes no arguments", name.as_str())));
        }
        self.check_abstract(class)
    }

    /// `TypeError` if the class has abstract methods.
    pub(super) fn check_abstract(&mut self, class: Id) -> Res<()> {
        let Some(methods) = self.class(class).dict.get(&"__abstractmethods__".into()) else { return Ok(()) };
        let mut names: Vec<String> = self.set_table(methods).map_or(Vec::new(), |t| {
            t.iter().filter_map(|e| self.as_str(e.key)).map(|n| n.to_string()).collect()
        });
        if names.is_empty() {
            return Ok(());
        }
        names.sort();
        let quoted: Vec<String> = names.iter().map(|n| format!("'{n}'")).collect();
        let plural = if names.len() == 1 { "" } else { "s" };
        let text = format!(
            "Can't instantiate abstract class {} without an implementation for abstract method{plural} {}",
            self.class(class).name.as_str(),
            quoted.join(", ")
        );
        Err(self.type_error(text))
    }

    /// Makes an instance with empty attributes.
    pub fn new_instance(&mut self, class: Id, data: Data) -> Value {
        let flags = self.class(class).flags;
        let attrs = if flags.heap || flags.has_dict { Attrs::Own(Cow::default()) } else { Attrs::None };
        Value::Obj(self.heap.alloc(class, attrs, data))
    }

    /// The C3 linearisation of a class with these bases, without the class itself.
    pub(super) fn linearize(&mut self, name: &str, bases: &[Id]) -> Res<Vec<Id>> {
        let mut lists: Vec<Vec<Id>> = bases.iter().map(|b| self.class(*b).mro.clone()).collect();
        lists.push(bases.to_vec());
        let mut mro = Vec::new();
        loop {
            lists.retain(|list| !list.is_empty());
            if lists.is_empty() {
                return Ok(mro);
            }
            let good = lists
                .iter()
                .map(|list| list[0])
                .find(|head| lists.iter().all(|list| !list[1..].contains(head)));
            let Some(head) = good else {
                let names: Vec<String> = bases.iter().map(|b| self.class(*b).name.to_string()).collect();
                let _ = name;
                return Err(self.type_error(format!(
                    "Cannot create a consistent method resolution order (MRO) for bases {}",
                    names.join(", ")
                )));
            };
            mro.push(head);
            for list in &mut lists {
                if list[0] == head {
                    list.remove(0);
                }
            }
        }
    }

    /// `type.__new__` without the calls of `__set_name__` and `__init_subclass__`, which the prelude makes.
    pub fn make_class(&mut self, meta: Id, name: PyStr, bases: Vec<Id>, namespace: Id) -> Res {
        let bases = if bases.is_empty() { vec![ty::OBJECT] } else { bases };
        for base in &bases {
            let base = self.class(*base);
            if base.layout == Layout::Sealed || !base.flags.base_ok {
                let text = format!("type '{}' is not an acceptable base type", base.name.as_str());
                return Err(self.type_error(text));
            }
        }
        if let Some(twice) = (1..bases.len()).find(|at| bases[..*at].contains(&bases[*at])) {
            let text = format!("duplicate base class {}", self.class(bases[twice]).name.as_str());
            return Err(self.type_error(text));
        }
        let best = self.best_base(&bases)?;
        let layout = self.class(self.solid_base(best)).layout;
        let rest = self.linearize(&name, &bases)?;
        let mut dict = NameMap::default();
        let entries: Vec<_> =
            self.dict_table(Value::Obj(namespace)).map_or(Vec::new(), |t| t.iter().collect());
        let mut qualname = name.clone();
        let mut slots = Value::Null;
        for entry in entries {
            let Some(key) = self.as_str(entry.key) else { continue };
            match key.as_str() {
                "__qualname__" => qualname = self.as_str(entry.value).unwrap_or(name.clone()),
                "__classcell__" => {}
                "__slots__" => {
                    slots = entry.value;
                    dict.set(key, entry.value);
                }
                "__init_subclass__" | "__class_getitem__"
                    if matches!(self.data(entry.value), Some(Data::Function(_))) =>
                {
                    let wrapped = self.alloc_with_attrs(ty::CLASSMETHOD, Data::ClassMethod(entry.value));
                    dict.set(key, wrapped);
                }
                "__new__" if matches!(self.data(entry.value), Some(Data::Function(_))) => {
                    let wrapped = self.alloc_with_attrs(ty::STATICMETHOD, Data::StaticMethod(entry.value));
                    dict.set(key, wrapped);
                }
                _ => {
                    dict.set(key, entry.value);
                }
            }
        }
        // A class that defines __eq__ without __hash__ is unhashable.
        if dict.get(&"__eq__".into()).is_some() && dict.get(&"__hash__".into()).is_none() {
            dict.set("__hash__".into(), Value::None);
        }
        if dict.get(&"__doc__".into()).is_none() {
            dict.set("__doc__".into(), Value::None);
        }
        let inherited_dict = bases.iter().any(|b| self.class(*b).flags.has_dict);
        let slot_names = self.slot_list(slots, &name)?;
        for slot in &slot_names {
            if dict.get(slot).is_some() && slot.as_str() != "__doc__" {
                let text = format!("'{}' in __slots__ conflicts with class variable", slot.as_str());
                return Err(self.value_error(text));
            }
        }
        let has_dict =
            inherited_dict || slots.is_null() || slot_names.iter().any(|n| n.as_str() == "__dict__");
        let flags = TypeFlags { has_dict, heap: true, base_ok: true, weakrefs: true, ..TypeFlags::default() };
        let in_c = dict.iter().any(|(_, value)| self.is_hidden_function(value));
        let flags = TypeFlags { in_c, ..flags };
        let data = TypeData {
            name: name.clone(),
            qualname,
            bases: bases.clone(),
            mro: rest,
            dict,
            layout,
            flags,
            subclasses: vec![],
        };
        // `mro` must begin with the class itself, whose identity is only known now; `each_ref` skips that first
        // entry, so it is put in without counting.
        let mut full = data.clone();
        full.mro.insert(0, ty::OBJECT);
        let Value::Obj(class) = self.alloc_with_attrs(meta, Data::Type(Cow::new(full))) else {
            unreachable!("internal error: class off the heap")
        };
        if let Data::Type(data) = &mut self.heap.get_mut(class).data {
            data.mro[0] = class;
        }
        for slot in slot_names {
            if matches!(slot.as_str(), "__dict__" | "__weakref__") {
                continue;
            }
            let member = self.alloc(ty::MEMBER, Data::Member { name: slot.clone(), owner: class });
            self.put_class_attr(class, &slot, member);
        }
        self.refresh_flags(class);
        for base in bases {
            if let Data::Type(data) = &mut self.heap.get_mut(base).data {
                data.subclasses.push(class);
            }
        }
        Ok(Value::Obj(class))
    }

    /// The class that says how instances are laid out: one with data of its own or with `__slots__`.
    fn solid_base(&self, class: Id) -> Id {
        let data = self.class(class);
        let own = match data.bases.first() {
            None => true,
            Some(_) if data.flags.heap => data.dict.iter().any(
                |(_, value)| matches!(self.data(value), Some(Data::Member { owner, .. }) if *owner == class),
            ),
            Some(base) if data.layout == Layout::Exception => {
                class == ty::BASE_EXCEPTION
                    || (*base == ty::EXCEPTION && has_fields(class))
                    || matches!(class, ty::SYSTEM_EXIT | ty::BASE_EXCEPTION_GROUP)
            }
            Some(base) => data.layout != Layout::Plain && self.class(*base).layout != data.layout,
        };
        match data.bases.first() {
            Some(base) if !own => self.solid_base(*base),
            _ => class,
        }
    }

    /// The base whose layout the others' fit into (Objects/typeobject.c `best_base`): `__base__`.
    pub fn best_base(&mut self, bases: &[Id]) -> Res<Id> {
        let mut best = bases[0];
        let mut winner = self.solid_base(best);
        for base in &bases[1..] {
            let candidate = self.solid_base(*base);
            if self.is_subclass(winner, candidate) {
                continue;
            }
            if !self.is_subclass(candidate, winner) {
                return Err(self.type_error("multiple bases have instance lay-out conflict"));
            }
            (best, winner) = (*base, candidate);
        }
        Ok(best)
    }

    /// `object.__class__ = class`.
    pub(super) fn set_class(&mut self, object: Id, value: Value) -> Res<()> {
        let Value::Obj(class) = value else { return Err(self.no_class(value)) };
        if !self.is_class(value) {
            return Err(self.no_class(value));
        }
        let before = self.heap.get(object).class;
        let both_modules = self.is_subclass(class, ty::MODULE) && self.is_subclass(before, ty::MODULE);
        if !both_modules && !(self.class(class).flags.heap && self.class(before).flags.heap) {
            let text = "__class__ assignment only supported for mutable types or ModuleType subclasses";
            return Err(self.type_error(text));
        }
        let (new, old) = (self.class(class), self.class(before));
        let mut slots = [self.slot_names(class), self.slot_names(before)];
        slots.iter_mut().for_each(|names| names.sort_by(|a, b| a.as_str().cmp(b.as_str())));
        if new.layout != old.layout || new.flags.has_dict != old.flags.has_dict || slots[0] != slots[1] {
            let text = format!(
                "__class__ assignment: '{}' object layout differs from '{}'",
                new.name.as_str(),
                old.name.as_str()
            );
            return Err(self.type_error(text));
        }
        self.heap.update(object, |object| object.class = class);
        Ok(())
    }

    fn no_class(&mut self, value: Value) -> Fail {
        if value.is_null() {
            return self.type_error("can't delete __class__ attribute");
        }
        let got = self.class_name(value);
        self.type_error(format!("__class__ must be set to a class, not '{}' object", got.as_str()))
    }

    /// True for a function, or a wrapped one, of the machine's own Python.
    fn is_hidden_function(&self, value: Value) -> bool {
        match self.data(value) {
            Some(Data::Function(function)) => self.code_obj(function.code).code.file.origin == Origin::Hidden,
            Some(Data::StaticMethod(inner) | Data::ClassMethod(inner)) => self.is_hidden_function(*inner),
            _ => false,
        }
    }

    fn slot_list(&mut self, slots: Value, class_name: &PyStr) -> Res<Vec<PyStr>> {
        if slots.is_null() {
            return Ok(vec![]);
        }
        let items = match self.dict_table(slots) {
            _ if self.as_str(slots).is_some() => vec![slots],
            Some(table) => table.iter().map(|e| e.key).collect(),
            None => self.collect(slots)?,
        };
        let mut names = Vec::new();
        for item in items {
            let Some(name) = self.as_str(item) else {
                let class = self.class_name(item);
                return Err(self.type_error(format!("__slots__ items must be strings, not '{class}'")));
            };
            if !super::builtin::str::case::is_identifier(&name) {
                return Err(self.type_error("__slots__ must be identifiers"));
            }
            names.push(mangle(&name, class_name));
        }
        Ok(names)
    }

    /// Sets (or with `Null` deletes) an attribute of a class made by the program.
    pub(super) fn set_class_attr(&mut self, class: Id, name: &PyStr, value: Value) -> Res<()> {
        if value.is_null() && self.class(class).dict.get(name).is_none() {
            let text = format!(
                "type object '{}' has no attribute '{}'",
                self.class(class).name.as_str(),
                name.as_str()
            );
            return Err(self.attribute_error(Value::Obj(class), name, text));
        }
        self.put_class_attr(class, name, value);
        if name.starts_with("__") {
            self.refresh_flags(class);
            let mut waiting = self.class(class).subclasses.clone();
            while let Some(sub) = waiting.pop() {
                if self.heap.find(sub).is_some_and(|o| matches!(o.data, Data::Type(_))) {
                    self.refresh_flags(sub);
                    waiting.extend(self.class(sub).subclasses.clone());
                }
            }
        }
        Ok(())
    }

    /// Puts an attribute into a class's dictionary.
    pub fn put_class_attr(&mut self, class: Id, name: &PyStr, value: Value) {
        self.heap.inc(value);
        let mark = self.heap.trail.mark();
        let mut old = None;
        if let Data::Type(data) = &mut self.heap.get_mut(class).data {
            old = if value.is_null() { data.dict.remove(name) } else { data.dict.set(name.clone(), value) };
        }
        self.heap.trail.narrow(mark, class, crate::vm::footprint::key_of(name.hash64()));
        self.heap.dec(old.unwrap_or(Value::Null));
    }

    /// Computes the flags that say which operations are written in Python.
    pub(super) fn refresh_flags(&mut self, class: Id) {
        let python = |vm: &Vm, name: &str| match vm.lookup(class, &name.into()) {
            Some(raw) => !matches!(vm.data(raw), Some(Data::Native { .. } | Data::GetSet(..)) | None),
            None => false,
        };
        let mut flags = self.class(class).flags;
        flags.has_del = python(self, "__del__");
        flags.has_getattribute = python(self, "__getattribute__");
        flags.has_getattr = python(self, "__getattr__");
        flags.has_class = python(self, "__class__");
        flags.has_setattr = python(self, "__setattr__") || python(self, "__delattr__");
        flags.has_eq = python(self, "__eq__");
        flags.has_hash =
            python(self, "__hash__") || self.lookup(class, &"__hash__".into()) == Some(Value::None);
        if flags != self.class(class).flags
            && let Data::Type(data) = &mut self.heap.get_mut(class).data
        {
            data.flags = flags;
        }
    }
}

/// Exceptions with fields of their own beside those of `BaseException`.
fn has_fields(class: Id) -> bool {
    matches!(
        class,
        ty::STOP_ITERATION
            | ty::IMPORT_ERROR
            | ty::OS_ERROR
            | ty::NAME_ERROR
            | ty::ATTRIBUTE_ERROR
            | ty::SYNTAX_ERROR
            | ty::UNICODE_ERROR
    )
}

/// `__name` inside a class becomes `_Class__name`.
fn mangle(name: &PyStr, class: &PyStr) -> PyStr {
    let class = class.trim_start_matches('_');
    if name.starts_with("__") && !name.ends_with("__") && !class.is_empty() {
        return format!("_{class}{}", name.as_str()).into();
    }
    name.clone()
}
