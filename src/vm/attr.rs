//! Attributes: the lookup order of `object.__getattribute__`, `type.__getattribute__` and `super`.
//!
//! After Objects/object.c `_PyObject_GenericGetAttrWithDict` and Objects/typeobject.c `type_getattro`.
//! A property or other descriptor written in Python is called in place of an answer (`Fail::Call`).

use super::footprint::{ORDER, key_of};
use super::native::{Args, CallSpec, Fail, Res};
use super::object::{Attrs, Data};
use super::value::{Id, PyStr, Value};
use super::{Vm, ty};

impl Vm {
    /// An attribute that the object itself holds.
    pub fn own(&self, value: Value, name: &PyStr) -> Option<Value> {
        let id = value.id()?;
        let object = self.heap.peek(id);
        match &object.attrs {
            Attrs::None => match &object.data {
                Data::Module { dict } => self.get_name(*dict, name),
                Data::Fields(_) if self.is_local(id) => self.get_name(self.local_dict(id)?, name),
                _ => None,
            },
            Attrs::Own(names) => {
                if self.heap.trail.is_on() {
                    self.heap.trail.read(id, key_of(name.hash64()));
                }
                names.get(name)
            }
            Attrs::Dict(dict) => self.get_name(*dict, name),
        }
    }

    /// Sets an attribute in the object itself, whatever its class says. `Null` removes it.
    pub fn set_own(&mut self, object: Value, name: &str, value: Value) -> bool {
        let Value::Obj(id) = object else { return false };
        let name = PyStr::from(name);
        self.set_own_name(id, &name, value)
    }

    fn set_own_name(&mut self, id: Id, name: &PyStr, value: Value) -> bool {
        let dict = match (&self.heap.peek(id).attrs, &self.heap.peek(id).data) {
            (Attrs::Dict(dict), _) => *dict,
            (_, Data::Module { dict }) => *dict,
            (Attrs::Own(names), _) => {
                let name = if names.position(name).is_some() { name.clone() } else { self.intern_text(name) };
                self.heap.inc(value);
                let (mark, key) = (self.heap.trail.mark(), key_of(name.hash64()));
                let mut old = None;
                if let Attrs::Own(names) = &mut self.heap.get_mut(id).attrs {
                    old = if value.is_null() { names.remove(&name) } else { names.set(name, value) };
                }
                let had = old.is_some();
                self.heap.trail.narrow(mark, id, key);
                if !had {
                    self.heap.trail.write(id, ORDER);
                }
                self.heap.dec(old.unwrap_or(Value::Null));
                return had || !value.is_null();
            }
            (Attrs::None, _) => match self.local_dict(id) {
                Some(dict) if self.is_local(id) => dict,
                _ => return false,
            },
        };
        if value.is_null() {
            return self.del_name(dict, name);
        }
        self.set_name(dict, name, value);
        true
    }

    /// The shared text of a name, so that later comparisons are of pointers.
    fn intern_text(&mut self, name: &PyStr) -> PyStr {
        match self.interned.get(name) {
            Some((text, _)) => text.clone(),
            None => name.clone(),
        }
    }

    /// True if the raw attribute is a data descriptor.
    fn is_data_descriptor(&self, raw: Value) -> bool {
        match self.shape(raw) {
            Some(Data::Property(_) | Data::Member { .. } | Data::GetSet(..)) => true,
            Some(Data::Plain | Data::Fields(_)) => {
                let class = self.class_of(raw);
                self.lookup(class, &"__set__".into()).is_some()
                    || self.lookup(class, &"__delete__".into()).is_some()
            }
            _ => false,
        }
    }

    /// A method of a subclass of `property` and its like that the program wrote itself.
    fn own_descriptor_method(&self, raw: Value, name: &str) -> Option<Value> {
        let class = self.class_of(raw);
        if !matches!(self.shape(raw), Some(Data::Property(_) | Data::StaticMethod(_) | Data::ClassMethod(_)))
            || !self.class(class).flags.heap
        {
            return None;
        }
        self.lookup(class, &name.into())
            .filter(|method| matches!(self.shape(*method), Some(Data::Function(_))))
    }

    /// Binds a raw class attribute to an instance (or to nothing but the class, if `this` is `Null`).
    pub(super) fn bind_to(&mut self, raw: Value, this: Value, class: Id) -> Res {
        if let Some(get) = self.own_descriptor_method(raw, "__get__") {
            let this = if this.is_null() { Value::None } else { this };
            let pos = vec![raw, this, Value::Obj(class)];
            return Err(Fail::Call(Box::new(CallSpec { callable: get, pos, kw: vec![] })));
        }
        self.bind_builtin(raw, this, class)
    }

    /// As [`Vm::bind_to`], whatever a subclass of `property` says.
    pub(super) fn bind_builtin(&mut self, raw: Value, this: Value, class: Id) -> Res {
        match self.shape(raw) {
            Some(Data::Function(_)) => {
                if this.is_null() {
                    return Ok(raw);
                }
                Ok(self.alloc(ty::METHOD, Data::Method { func: raw, this }))
            }
            Some(Data::Native { def, this: Value::Null }) => {
                let def = *def;
                match self.class_of(raw) {
                    ty::WRAPPER_DESCRIPTOR if !this.is_null() => {
                        Ok(self.alloc(ty::METHOD_WRAPPER, Data::Native { def, this }))
                    }
                    ty::METHOD_DESCRIPTOR if !this.is_null() => {
                        Ok(self.alloc(ty::NATIVE, Data::Native { def, this }))
                    }
                    ty::CLASSMETHOD_DESCRIPTOR => {
                        Ok(self.alloc(ty::NATIVE, Data::Native { def, this: Value::Obj(class) }))
                    }
                    _ => Ok(raw),
                }
            }
            Some(Data::StaticMethod(inner)) => Ok(*inner),
            Some(Data::ClassMethod(inner)) => {
                let func = *inner;
                Ok(self.alloc(ty::METHOD, Data::Method { func, this: Value::Obj(class) }))
            }
            Some(Data::Property(parts)) => {
                let getter = parts[0];
                if this.is_null() {
                    return Ok(raw);
                }
                if getter.is_none() {
                    let owner = self.class(self.class_of(this)).qualname.clone();
                    let name = parts_name(self, raw);
                    return Err(self.raise(
                        ty::ATTRIBUTE_ERROR,
                        format!("property{name} of '{}' object has no getter", owner.as_str()),
                    ));
                }
                Err(Fail::Call(Box::new(CallSpec { callable: getter, pos: vec![this], kw: vec![] })))
            }
            Some(Data::Member { name, .. }) => {
                let name = name.clone();
                if this.is_null() {
                    return Ok(raw);
                }
                match self.own(this, &name) {
                    Some(value) => Ok(value),
                    None => {
                        let owner = self.class_name(this);
                        let text =
                            format!("'{}' object has no attribute '{}'", owner.as_str(), name.as_str());
                        Err(self.attribute_error(this, &name, text))
                    }
                }
            }
            Some(Data::GetSet(get, _)) => {
                let get = *get;
                if this.is_null() {
                    return Ok(raw);
                }
                self.call_native(get, Args::pos(&[this]))
            }
            Some(Data::Plain | Data::Fields(_)) => {
                let raw_class = self.class_of(raw);
                match self.lookup(raw_class, &"__get__".into()) {
                    Some(get) => {
                        let this = if this.is_null() { Value::None } else { this };
                        let pos = vec![raw, this, Value::Obj(class)];
                        Err(Fail::Call(Box::new(CallSpec { callable: get, pos, kw: vec![] })))
                    }
                    None => Ok(raw),
                }
            }
            _ => Ok(raw),
        }
    }

    /// A method that may be called with `owner` as first argument without binding it first.
    pub(super) fn find_method(&self, owner: Value, name: &PyStr) -> Option<Value> {
        if self.is_class(owner) {
            return None;
        }
        let class = self.class_of(owner);
        let flags = self.class(class).flags;
        if flags.has_getattribute {
            return None;
        }
        if class == ty::SUPER || self.is_new_local(owner) {
            return None;
        }
        let raw = self.lookup(class, name)?;
        let method = match self.shape(raw)? {
            Data::Function(_) => true,
            Data::Native { this: Value::Null, .. } => {
                matches!(self.class_of(raw), ty::METHOD_DESCRIPTOR | ty::WRAPPER_DESCRIPTOR)
            }
            _ => false,
        };
        (method && self.own(owner, name).is_none()).then_some(raw)
    }

    /// `getattr(owner, name)`.
    pub fn getattr(&mut self, owner: Value, name: &PyStr) -> Res {
        let class = self.class_of(owner);
        if self.is_new_local(owner) {
            self.enter_local(owner, "_local_getattr", name, Value::Null)?;
        }
        if class == ty::SUPER {
            return self.super_object_attr(owner, name);
        }
        let flags = self.class(class).flags;
        if flags.has_getattribute || flags.has_getattr {
            // A hook in Python: try without it first where that cannot be told apart.
            if !flags.has_getattribute
                && let Some(value) = self.own(owner, name)
                && !self.lookup(class, name).is_some_and(|raw| self.is_data_descriptor(raw))
            {
                return Ok(value);
            }
            return Err(Fail::Python);
        }
        self.generic_getattr(owner, name)
    }

    /// `object.__getattribute__` or `type.__getattribute__`, by the owner's kind.
    pub fn generic_getattr(&mut self, owner: Value, name: &PyStr) -> Res {
        if let (true, Value::Obj(id)) = (self.is_class(owner), owner) {
            return self.type_getattr(id, name);
        }
        let class = self.class_of(owner);
        let raw = self.lookup(class, name);
        if let Some(raw) = raw
            && self.is_data_descriptor(raw)
        {
            return self.bind_to(raw, owner, class);
        }
        if let Some(value) = self.own(owner, name) {
            return Ok(value);
        }
        if let Some(raw) = raw {
            return self.bind_to(raw, owner, class);
        }
        // Methods and wrappers show the attributes of the function inside.
        match self.shape(owner) {
            Some(Data::Method { func, .. }) if name.as_str() != "__class__" => {
                return self.getattr(*func, name);
            }
            Some(Data::StaticMethod(inner) | Data::ClassMethod(inner)) if COPIED.contains(&name.as_str()) => {
                return self.getattr(*inner, name);
            }
            _ => {}
        }
        match name.as_str() {
            "__class__" => return Ok(Value::Obj(class)),
            "__dict__" => {
                if let Some(dict) = self.instance_dict(owner) {
                    return Ok(Value::Obj(dict));
                }
            }
            _ => {}
        }
        if matches!(self.shape(owner), Some(Data::Module { .. })) {
            return Err(self.missing_in_module(owner, name));
        }
        let text =
            format!("'{}' object has no attribute '{}'", self.message_name(class).as_str(), name.as_str());
        Err(self.attribute_error(owner, name, text))
    }

    fn missing_in_module(&mut self, module: Value, name: &PyStr) -> Fail {
        let module_name = self.own(module, &"__name__".into()).and_then(|v| self.as_str(v));
        if let Some(hook) = self.own(module, &"__getattr__".into()) {
            let key = self.intern(name);
            return Fail::Call(Box::new(CallSpec { callable: hook, pos: vec![key], kw: vec![] }));
        }
        let text = match module_name {
            Some(module) => format!("module '{}' has no attribute '{}'", module.as_str(), name.as_str()),
            None => format!("module has no attribute '{}'", name.as_str()),
        };
        self.attribute_error(module, name, text)
    }

    fn type_getattr(&mut self, class: Id, name: &PyStr) -> Res {
        let meta = self.class_of(Value::Obj(class));
        let meta_raw = self.lookup(meta, name);
        if let Some(raw) = meta_raw
            && self.is_data_descriptor(raw)
        {
            return self.bind_to(raw, Value::Obj(class), meta);
        }
        if let Some(raw) = self.lookup(class, name) {
            return self.bind_to(raw, Value::Null, class);
        }
        if let Some(raw) = meta_raw {
            return self.bind_to(raw, Value::Obj(class), meta);
        }
        if name.as_str() == "__class__" {
            return Ok(Value::Obj(meta));
        }
        let text = format!(
            "type object '{}' has no attribute '{}'",
            self.message_name(class).as_str(),
            name.as_str()
        );
        Err(self.attribute_error(Value::Obj(class), name, text))
    }

    /// The `__dict__` of an object, made on first request.
    pub fn instance_dict(&mut self, owner: Value) -> Option<Id> {
        let Value::Obj(id) = owner else { return None };
        let object = self.heap.peek(id);
        match (&object.attrs, &object.data) {
            (Attrs::Dict(dict), _) => Some(*dict),
            (_, Data::Module { dict }) => Some(*dict),
            (Attrs::Own(names), _) => {
                if !self.class(object.class).flags.has_dict {
                    return None;
                }
                let members: Vec<PyStr> = self.slot_names(object.class);
                let pairs: Vec<(PyStr, Value)> =
                    names.iter().filter(|(n, _)| !members.contains(n)).map(|(n, v)| (n.clone(), v)).collect();
                if !members.is_empty() {
                    // Slots stay in place; then the dictionary is a copy, which is said in the README's limits.
                    return Some(self.dict_of(&pairs));
                }
                let dict = self.dict_of(&pairs);
                self.heap.update(id, |object| object.attrs = Attrs::Dict(dict));
                Some(dict)
            }
            (Attrs::None, _) => self.local_dict(id).filter(|_| self.is_local(id)),
        }
    }

    pub(super) fn slot_names(&self, class: Id) -> Vec<PyStr> {
        let mut names = Vec::new();
        for id in &self.class(class).mro {
            for (_, value) in self.class(*id).dict.iter() {
                if let Some(Data::Member { name, .. }) = self.shape(value) {
                    names.push(name.clone());
                }
            }
        }
        names
    }

    /// `owner.name = value`, or `del owner.name` if the value is `Null`.
    pub fn setattr(&mut self, owner: Value, name: &PyStr, value: Value) -> Res<()> {
        let class = self.class_of(owner);
        if self.is_new_local(owner) {
            let slow = if value.is_null() { "_local_delattr" } else { "_local_setattr" };
            self.enter_local(owner, slow, name, value)?;
        }
        if self.class(class).flags.has_setattr {
            return Err(Fail::Python);
        }
        self.generic_setattr(owner, name, value)
    }

    /// `object.__setattr__`, `type.__setattr__` and the deleting ones.
    pub fn generic_setattr(&mut self, owner: Value, name: &PyStr, value: Value) -> Res<()> {
        let class = self.class_of(owner);
        let raw = self.lookup(class, name);
        if let Some(raw) = raw
            && self.is_data_descriptor(raw)
        {
            return self.set_through(raw, owner, name, value);
        }
        let Value::Obj(id) = owner else {
            return Err(self.no_such_attribute(owner, name, raw.is_some(), value));
        };
        if name.as_str() == "__class__" {
            return self.set_class(id, value);
        }
        match (&self.heap.peek(id).attrs, &self.heap.peek(id).data) {
            (_, Data::Type(data)) => {
                if !data.flags.heap {
                    let text = format!(
                        "cannot set '{}' attribute of immutable type '{}'",
                        name.as_str(),
                        data.name.as_str()
                    );
                    return Err(self.type_error(text));
                }
                return self.set_class_attr(id, name, value);
            }
            (Attrs::None, Data::Fields(_)) if self.is_local(id) => {
                if name.as_str() == "__dict__" {
                    return Err(self.no_such_attribute(owner, name, true, value));
                }
            }
            (Attrs::None, Data::Module { .. }) | (Attrs::Dict(_), _) => {}
            (Attrs::Own(_), _) if self.class(class).flags.has_dict => {}
            _ => return Err(self.no_such_attribute(owner, name, raw.is_some(), value)),
        }
        if name.as_str() == "__dict__" && value.is_null() && self.class(class).flags.has_dict {
            let empty = self.dict();
            self.heap.update(id, |object| object.attrs = Attrs::Dict(empty));
            return Ok(());
        }
        if name.as_str() == "__dict__"
            && let (Value::Obj(dict), Some(Data::Dict(_))) = (value, self.shape(value))
            && !matches!(self.heap.peek(id).data, Data::Module { .. })
        {
            self.heap.update(id, |object| object.attrs = Attrs::Dict(dict));
            return Ok(());
        }
        if !self.set_own_name(id, name, value) {
            return Err(self.no_such_attribute(owner, name, false, value));
        }
        Ok(())
    }

    fn no_such_attribute(&mut self, owner: Value, name: &PyStr, read_only: bool, value: Value) -> Fail {
        let class = self.class_name(owner);
        let class_id = self.class_of(owner);
        let text = if read_only {
            format!("'{}' object attribute '{}' is read-only", class.as_str(), name.as_str())
        } else if value.is_null() || self.class(class_id).flags.has_dict {
            format!("'{}' object has no attribute '{}'", class.as_str(), name.as_str())
        } else {
            format!(
                "'{}' object has no attribute '{}' and no __dict__ for setting new attributes",
                class.as_str(),
                name.as_str()
            )
        };
        self.attribute_error(owner, name, text)
    }

    /// `descriptor.__set__(owner, value)` of a built-in descriptor, or `__delete__` for `Null`.
    pub(super) fn set_through_descriptor(&mut self, raw: Value, owner: Value, value: Value) -> Res<()> {
        let name: PyStr = match self.shape(raw) {
            Some(Data::Member { name, .. }) => name.clone(),
            Some(Data::GetSet(get, _)) => get.short().into(),
            _ => "".into(),
        };
        self.set_through_builtin(raw, owner, &name, value)
    }

    fn set_through(&mut self, raw: Value, owner: Value, name: &PyStr, value: Value) -> Res<()> {
        let hook = if value.is_null() { "__delete__" } else { "__set__" };
        if let Some(callable) = self.own_descriptor_method(raw, hook) {
            let pos = if value.is_null() { vec![raw, owner] } else { vec![raw, owner, value] };
            return Err(Fail::Call(Box::new(CallSpec { callable, pos, kw: vec![] })));
        }
        self.set_through_builtin(raw, owner, name, value)
    }

    fn set_through_builtin(&mut self, raw: Value, owner: Value, name: &PyStr, value: Value) -> Res<()> {
        let call = |callable, pos| Err(Fail::Call(Box::new(CallSpec { callable, pos, kw: vec![] })));
        match self.shape(raw) {
            Some(Data::Property(parts)) => {
                let (function, kind) =
                    if value.is_null() { (parts[2], "deleter") } else { (parts[1], "setter") };
                if function.is_none() {
                    let class = self.class(self.class_of(owner)).qualname.clone();
                    let name = parts_name(self, raw);
                    let text = format!("property{name} of '{}' object has no {kind}", class.as_str());
                    return Err(self.raise(ty::ATTRIBUTE_ERROR, text));
                }
                let pos = if value.is_null() { vec![owner] } else { vec![owner, value] };
                call(function, pos)
            }
            Some(Data::Member { name, .. }) => {
                let name = name.clone();
                let Value::Obj(id) = owner else { return Ok(()) };
                if !self.set_own_name(id, &name, value) {
                    return Err(self.attribute_error(owner, &name, name.to_string()));
                }
                Ok(())
            }
            Some(Data::GetSet(_, Some(set))) => {
                let set = *set;
                self.call_native(set, Args::pos(&[owner, value])).map(|_| ())
            }
            Some(Data::GetSet(get, None)) => {
                let get = *get;
                let class = self.class_name(owner);
                let text = match self.shape(owner) {
                    // Fields of C structures, not computed attributes.
                    Some(Data::Range { .. } | Data::Slice(_) | Data::Complex(..) | Data::Method { .. }) => {
                        "readonly attribute".into()
                    }
                    _ => {
                        format!("attribute '{}' of '{}' objects is not writable", get.short(), class.as_str())
                    }
                };
                Err(self.attribute_error(owner, name, text))
            }
            _ => {
                let class = self.class_of(raw);
                let hook = if value.is_null() { "__delete__" } else { "__set__" };
                match self.lookup(class, &hook.into()) {
                    Some(function) => call(
                        function,
                        if value.is_null() { vec![raw, owner] } else { vec![raw, owner, value] },
                    ),
                    None => Err(self.raise(ty::ATTRIBUTE_ERROR, hook)),
                }
            }
        }
    }
}

/// What `staticmethod` and `classmethod` take over from their function.
const COPIED: &[&str] = &[
    "__name__",
    "__qualname__",
    "__doc__",
    "__module__",
    "__annotations__",
    "__annotate__",
    "__type_params__",
];

fn parts_name(vm: &Vm, property: Value) -> String {
    match vm.data(property) {
        Some(Data::Property(parts)) => {
            vm.as_str(parts[4]).map_or(String::new(), |name| format!(" '{}'", name.as_str()))
        }
        _ => String::new(),
    }
}
