//! Making values and looking into them: what native code uses all the time.

use super::cow::{Cow, CowRow};
use super::dict::{Dict, Entry};
use super::footprint::{ORDER, key_of};
use super::heap::Heap;
use super::native::Res;
use super::object::{Attrs, Data, ExcData, IterData, TypeData};
use super::ops::hash_str;
use super::value::{Id, PyStr, Value};
use super::{Vm, ty};
use malachite_bigint::BigInt;
use num_traits::ToPrimitive;
use std::sync::Arc;

impl Heap {
    /// See [`Vm::get_name`].
    #[inline]
    pub(super) fn get_name(&self, dict: Id, name: &PyStr) -> Option<Value> {
        let Data::Dict(table) = &self.peek(dict).data else { return None };
        let same = |key: Value| match key {
            Value::Obj(id) => matches!(&self.get(id).data, Data::Str(text) if text == name),
            _ => false,
        };
        let hash = hash_str(name);
        self.trail.read(dict, key_of(hash));
        table.find(hash, same).map(|at| table.at(at).value)
    }
}

impl Vm {
    /// Makes an object of `class` without attributes.
    pub fn alloc(&mut self, class: Id, data: Data) -> Value {
        Value::Obj(self.heap.alloc(class, Attrs::None, data))
    }
    /// Makes a `str`.
    pub fn str(&mut self, text: impl Into<PyStr>) -> Value {
        let text = text.into();
        if text.is_empty() && !self.empty[0].is_null() {
            return self.empty[0];
        }
        self.alloc(ty::STR, Data::Str(text))
    }
    /// Makes the one `str` object for a name. Interned strings live as long as something holds them.
    pub fn intern(&mut self, name: &PyStr) -> Value {
        if let Some((_, id)) = self.interned.get(name)
            && let Some(object) = self.heap.find(id)
            && matches!(&object.data, Data::Str(text) if text == name)
        {
            return Value::Obj(id);
        }
        let value = self.str(name.clone());
        if let Value::Obj(id) = value {
            self.interned.insert(name.clone(), id);
        }
        value
    }
    /// Makes an `int` of any size.
    pub fn int(&mut self, n: impl Into<BigInt>) -> Value {
        let n = n.into();
        match n.to_i64() {
            Some(small) => Value::Int(small),
            None => self.alloc(ty::INT, Data::Int(Arc::new(n))),
        }
    }
    /// Makes a `tuple`.
    pub fn tuple(&mut self, items: impl Into<CowRow<Value>>) -> Value {
        let items = items.into();
        if items.is_empty() && !self.empty[1].is_null() {
            return self.empty[1];
        }
        self.alloc(ty::TUPLE, Data::Tuple(items))
    }
    /// Makes a `list`.
    pub fn list(&mut self, items: Vec<Value>) -> Value {
        self.alloc(ty::LIST, Data::List(items))
    }
    /// Makes a `bytes`.
    pub fn bytes(&mut self, bytes: &[u8]) -> Value {
        self.alloc(ty::BYTES, Data::Bytes(bytes.into()))
    }
    /// Makes an empty `dict`.
    pub fn dict(&mut self) -> Id {
        self.heap.alloc(ty::DICT, Attrs::None, Data::Dict(Cow::default()))
    }
    /// Makes a `dict` with names as keys.
    pub fn dict_of(&mut self, pairs: &[(PyStr, Value)]) -> Id {
        let dict = self.dict();
        for (name, value) in pairs {
            self.set_name(dict, name, *value);
        }
        dict
    }
    /// Makes a `set` (or `frozenset`) from distinct hashable keys with their hashes.
    pub fn set_of(&mut self, class: Id, table: Dict) -> Value {
        self.alloc(class, Data::Set(Cow::new(table)))
    }
    /// Makes a built-in iterator of the given class.
    pub fn iter_of(&mut self, class: Id, data: IterData) -> Value {
        self.alloc(class, Data::Iter(Cow::new(data)))
    }
    /// Makes an exception instance with these arguments.
    pub fn exception(&mut self, class: Id, args: Vec<Value>) -> Value {
        let args = self.tuple(args);
        let data = ExcData {
            args,
            cause: Value::None,
            context: Value::None,
            traceback: Value::None,
            suppress: false,
        };
        let attrs = Attrs::Own(Cow::default());
        Value::Obj(self.heap.alloc(class, attrs, Data::Exception(Cow::new(data))))
    }

    /// The data behind a value on the heap.
    #[inline]
    pub fn data(&self, value: Value) -> Option<&Data> {
        value.id().map(|id| &self.heap.get(id).data)
    }
    /// As [`Vm::data`], for asking what kind of thing a value is: that cannot change, so it is no read.
    #[inline]
    pub fn shape(&self, value: Value) -> Option<&Data> {
        value.id().map(|id| &self.heap.peek(id).data)
    }
    /// The class of a value.
    #[inline]
    pub fn class_of(&self, value: Value) -> Id {
        match value {
            Value::Null => panic!("internal error: no value has no class"),
            Value::None => ty::NONE_TYPE,
            Value::NotImplemented => ty::NOT_IMPLEMENTED_TYPE,
            Value::Ellipsis => ty::ELLIPSIS_TYPE,
            Value::Bool(_) => ty::BOOL,
            Value::Int(_) => ty::INT,
            Value::Float(_) => ty::FLOAT,
            Value::Obj(id) => self.heap.peek(id).class,
        }
    }
    /// A class's own data.
    #[inline]
    pub fn class(&self, id: Id) -> &TypeData {
        self.heap.class(id)
    }
    /// The name of the value's class as messages have it (`tp_name`): with the module if CPython writes it in C.
    pub fn class_name(&self, value: Value) -> PyStr {
        self.message_name(self.class_of(value))
    }
    /// A class's name as messages have it.
    pub fn message_name(&self, class: Id) -> PyStr {
        let data = self.class(class);
        if data.flags.in_c
            && let Some(module) =
                data.dict.get(crate::name!("__module__")).and_then(|module| self.as_str(module))
            && module.as_str() != "builtins"
        {
            return format!("{}.{}", module.as_str(), data.name.as_str()).into();
        }
        data.name.clone()
    }
    /// `type(value).__name__`.
    pub fn short_name(&self, value: Value) -> PyStr {
        self.class(self.class_of(value)).name.clone()
    }
    /// True if class `sub` is or derives from `sup`.
    pub fn is_subclass(&self, sub: Id, sup: Id) -> bool {
        sub == sup || self.class(sub).mro.contains(&sup)
    }
    /// True if `value` is an instance of the built-in class `class` or of a subclass.
    pub fn is_instance(&self, value: Value, class: Id) -> bool {
        self.is_subclass(self.class_of(value), class)
    }
    /// True if the value is a class.
    pub fn is_class(&self, value: Value) -> bool {
        matches!(self.data(value), Some(Data::Type(_)))
    }
    /// The text of a `str` or of an instance of a subclass.
    pub fn as_str(&self, value: Value) -> Option<PyStr> {
        match self.data(value)? {
            Data::Str(text) => Some(text.clone()),
            _ => None,
        }
    }
    /// The number, if it is an `int`, `bool` or instance of a subclass that fits 64 bits.
    pub fn as_i64(&self, value: Value) -> Option<i64> {
        match value {
            Value::Int(n) => Some(n),
            Value::Bool(b) => Some(i64::from(b)),
            Value::Obj(_) => match self.data(value)? {
                Data::SmallInt(n) => Some(*n),
                _ => None,
            },
            _ => None,
        }
    }
    /// The number, if it is an integer of any size.
    pub fn as_big(&self, value: Value) -> Option<BigInt> {
        match self.data(value) {
            Some(Data::Int(n)) => Some(BigInt::clone(n)),
            _ => self.as_i64(value).map(BigInt::from),
        }
    }
    /// The number, if it is a `float` or instance of a subclass (not an integer).
    pub fn as_float(&self, value: Value) -> Option<f64> {
        match value {
            Value::Float(x) => Some(x),
            _ => match self.data(value)? {
                Data::Float(x) => Some(*x),
                _ => None,
            },
        }
    }
    /// The items of a `list` or `tuple` (or instance of a subclass).
    pub fn items(&self, value: Value) -> Option<&[Value]> {
        match self.data(value)? {
            Data::List(items) => Some(items),
            Data::Tuple(items) => Some(items),
            _ => None,
        }
    }
    /// The table of a `dict`.
    pub fn dict_table(&self, value: Value) -> Option<&Dict> {
        match self.data(value)? {
            Data::Dict(table) => Some(table),
            _ => None,
        }
    }
    /// The table of a `set` or `frozenset`.
    pub fn set_table(&self, value: Value) -> Option<&Dict> {
        match self.data(value)? {
            Data::Set(table) => Some(table),
            _ => None,
        }
    }

    /// Appends to a list.
    pub fn list_push(&mut self, list: Id, value: Value) {
        self.heap.inc(value);
        if let Data::List(items) = &mut self.heap.get_mut(list).data {
            items.push(value);
        }
    }
    /// Replaces `range` of a list by `with`, as `list[a:b] = with`.
    pub fn list_splice(&mut self, list: Id, range: std::ops::Range<usize>, with: &[Value]) {
        self.heap.fresh += size_of_val(with) as u64;
        with.iter().for_each(|v| self.heap.inc(*v));
        let mut old = Vec::new();
        if let Data::List(items) = &mut self.heap.get_mut(list).data {
            old = items.splice(range, with.iter().copied()).collect();
        }
        old.into_iter().for_each(|v| self.heap.dec(v));
    }
    /// Replaces one item of a list.
    pub fn list_set(&mut self, list: Id, index: usize, value: Value) {
        let mark = self.heap.trail.mark();
        self.heap.replace(list, value, |object, value| match &mut object.data {
            Data::List(items) => std::mem::replace(&mut items[index], value),
            _ => value,
        });
        self.heap.trail.narrow(mark, list, key_of(index as u64));
    }

    /// Position of `key` in the table of a `dict` or `set`, with its hash. Fails if the key is unhashable, or
    /// needs Python to be hashed or compared.
    pub fn table_find(&self, table: Value, key: Value) -> Res<(u64, Option<usize>)> {
        let hash = self.hash(key)?;
        let mark = self.heap.trail.mark();
        let (Some(Data::Dict(entries)) | Some(Data::Set(entries))) = self.data(table) else {
            panic!("internal error: no table");
        };
        if let Value::Obj(id) = table {
            self.heap.trail.narrow(mark, id, key_of(hash));
        }
        let mut failure = None;
        let at = entries.find(hash, |other| match self.eq(other, key) {
            Ok(same) => same,
            Err(error) => {
                failure = Some(error);
                true
            }
        });
        match failure {
            Some(error) => Err(error),
            None => Ok((hash, at)),
        }
    }
    /// `dict[key]`, or `None` if it is missing.
    pub fn dict_get(&self, dict: Id, key: Value) -> Res<Option<Value>> {
        let (_, at) = self.table_find(Value::Obj(dict), key)?;
        Ok(at.and_then(|at| self.entry_value(dict, at)))
    }
    /// `dict[key] = value`.
    pub fn dict_set(&mut self, dict: Id, key: Value, value: Value) -> Res<()> {
        let (hash, at) = self.table_find(Value::Obj(dict), key)?;
        self.table_put(dict, hash, at, key, value);
        Ok(())
    }
    /// Puts a key and value at a place that [`Vm::table_find`] found. For sets the value is `Null`.
    pub fn table_put(&mut self, table: Id, hash: u64, at: Option<usize>, key: Value, value: Value) {
        self.heap.inc(value);
        if at.is_none() {
            self.heap.inc(key);
        }
        let mark = self.heap.trail.mark();
        let mut old = Value::Null;
        let fixed = matches!(&self.heap.get(table).data, Data::Set(entries) if entries.layout().is_some())
            && self.fixed_hash(key, 0);
        if let Data::Dict(entries) | Data::Set(entries) = &mut self.heap.get_mut(table).data {
            match at {
                Some(at) => old = entries.set_at(at, value),
                None => {
                    match entries.layout_mut() {
                        Some(layout) if fixed => layout.add(Entry { hash, key, value }),
                        _ => entries.set_layout(None),
                    }
                    entries.push(hash, key, value);
                }
            }
        }
        self.heap.trail.narrow(mark, table, key_of(hash));
        if at.is_none() {
            self.heap.trail.write(table, ORDER);
        }
        self.heap.dec(old);
    }
    /// Removes the entry at a place that [`Vm::table_find`] found; returns key and value.
    pub fn table_remove(&mut self, table: Id, at: usize) -> (Value, Value) {
        let mut out = (Value::Null, Value::Null);
        self.settle_layout(table);
        let mark = self.heap.trail.mark();
        let mut hash = 0;
        if let Data::Dict(entries) | Data::Set(entries) = &mut self.heap.get_mut(table).data {
            let entry = entries.remove_at(at);
            hash = entry.hash;
            if let Some(layout) = entries.layout_mut() {
                layout.remove(entry);
            }
            out = (entry.key, entry.value);
        }
        self.heap.trail.narrow(mark, table, key_of(hash));
        self.heap.dec(out.0);
        self.heap.dec(out.1);
        out
    }
    /// Looks a name up in a dictionary of names: globals, modules, namespaces.
    #[inline]
    pub fn get_name(&self, dict: Id, name: &PyStr) -> Option<Value> {
        self.heap.get_name(dict, name)
    }
    /// The value at a place that [`Vm::table_find`] found and recorded.
    pub(super) fn entry_value(&self, dict: Id, at: usize) -> Option<Value> {
        match &self.heap.peek(dict).data {
            Data::Dict(table) => Some(table.at(at).value),
            _ => None,
        }
    }
    /// Sets a name in a dictionary of names.
    pub fn set_name(&mut self, dict: Id, name: &PyStr, value: Value) {
        let hash = self.hash_str(name);
        let same = |key: Value| matches!(self.data(key), Some(Data::Str(text)) if text == name);
        let at = match &self.heap.peek(dict).data {
            Data::Dict(table) => table.find(hash, same),
            _ => return,
        };
        let key = if at.is_none() { self.intern(name) } else { Value::Null };
        self.table_put(dict, hash, at, key, value);
    }
    /// Removes a name from a dictionary of names; false if it is not there.
    pub fn del_name(&mut self, dict: Id, name: &PyStr) -> bool {
        let same = |key: Value| matches!(self.data(key), Some(Data::Str(text)) if text == name);
        let hash = self.hash_str(name);
        self.heap.trail.read(dict, key_of(hash));
        let at = match &self.heap.peek(dict).data {
            Data::Dict(table) => table.find(hash, same),
            _ => None,
        };
        match at {
            Some(at) => {
                self.table_remove(dict, at);
                true
            }
            None => false,
        }
    }
}
