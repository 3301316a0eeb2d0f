//! `len(a)`, `a[k]`, `a[k] = v`, `del a[k]`, `k in a` for built-in data.
//!
//! The operations without suffix ask the class first: what it defines in Python is `Fail::Python`, which the
//! prelude's `op_getitem` and its like take up. Those with the suffix `_data` go by the data alone: they are
//! what `list.__getitem__` and its like do.

use super::cow::Cow;
use super::footprint::key_of;
use super::iter::range_len;
use super::native::{Args, Fail, NativeDef, Res};
use super::object::Data;
use super::value::{Id, PyStr, Value};
use super::{Vm, ty};
use crate::name;

impl Vm {
    /// A method that decides instead of the data: `Some` for a native one of a foreign kind, `Fail::Python` for
    /// one in Python.
    fn decider(&self, value: Value, name: &PyStr) -> Res<Option<&'static NativeDef>> {
        let class = self.class_of(value);
        let own = matches!(self.shape(value), Some(data) if data.is_container() && !matches!(data, Data::Deque { .. }));
        if own && !self.class(class).flags.heap {
            return Ok(None);
        }
        match self.lookup(class, name) {
            None => Ok(None),
            Some(method) => match self.data(method) {
                Some(&Data::Native { def, .. }) => Ok(if own { None } else { Some(def) }),
                _ => Err(Fail::Python),
            },
        }
    }

    /// Python's `len(value)`. `Fail::Python` too for what has no length: the prelude raises.
    pub fn len(&self, value: Value) -> Res<usize> {
        match self.data(value) {
            Some(Data::Deque { items, .. }) if self.keeps(self.class_of(value), name!("__len__")) => {
                Ok(items.len())
            }
            Some(data) if data.is_container() && self.keeps(self.class_of(value), name!("__len__")) => {
                self.len_data(value)
            }
            _ => Err(Fail::Python),
        }
    }

    /// The length of a container's own data.
    pub fn len_data(&self, value: Value) -> Res<usize> {
        match self.data(value) {
            Some(Data::List(items)) => Ok(items.len()),
            Some(Data::Tuple(items)) => Ok(items.len()),
            Some(Data::Str(text)) => Ok(text.char_len()),
            Some(Data::Bytes(bytes)) => Ok(bytes.len()),
            Some(Data::ByteArray(bytes)) => Ok(bytes.len()),
            Some(Data::Dict(table) | Data::Set(table)) => Ok(table.len()),
            Some(Data::Deque { items, .. }) => Ok(items.len()),
            Some(&Data::Range { start, stop, step }) => Ok(range_len(start, stop, step) as usize),
            Some(Data::DictView { dict, .. }) => Ok(self.dict_table(*dict).map_or(0, |table| table.len())),
            Some(Data::MappingProxy(inner)) => self.len(*inner),
            _ => Err(Fail::Python),
        }
    }

    /// Python's `object[key]`.
    pub fn getitem(&mut self, object: Value, key: Value) -> Res {
        match self.decider(object, name!("__getitem__"))? {
            Some(method) => self.call_native(method, Args::pos(&[object, key])),
            None => self.getitem_data(object, key),
        }
    }

    /// `object[key]` by the data alone.
    pub fn getitem_data(&mut self, object: Value, key: Value) -> Res {
        let sliced = self.is_slice(key);
        let mark = self.heap.trail.mark();
        match self.data(object) {
            Some(Data::List(items)) => {
                if let (Value::Int(at), Value::Obj(id)) = (key, object)
                    && let Some(item) = items.get(at as usize)
                {
                    self.heap.trail.narrow(mark, id, key_of(at as u64));
                    return Ok(*item);
                }
                let len = items.len();
                if sliced {
                    let span = self.slice_indices(key, len)?;
                    let picked = self.items(object).map(|items| span.pick(items)).unwrap_or_default();
                    return Ok(self.list(picked));
                }
                let at = self.position(key, len, "list", "list index out of range")?;
                Ok(self.items(object).map_or(Value::None, |items| items[at]))
            }
            Some(Data::Tuple(items)) => {
                let len = items.len();
                if sliced {
                    let span = self.slice_indices(key, len)?;
                    if span.count == len && span.step == 1 && self.class_of(object) == ty::TUPLE {
                        return Ok(object);
                    }
                    let picked = self.items(object).map(|items| span.pick(items)).unwrap_or_default();
                    return Ok(self.tuple(picked));
                }
                let at = self.position(key, len, "tuple", "tuple index out of range")?;
                Ok(self.items(object).map_or(Value::None, |items| items[at]))
            }
            Some(Data::Dict(_)) => {
                if let Value::Obj(id) = object {
                    self.heap.trail.forget(mark, id);
                }
                self.dict_item(object, key)
            }
            Some(Data::Str(text)) => {
                let text = text.clone();
                self.str_item(object, &text, key, sliced)
            }
            Some(Data::Bytes(bytes)) => {
                let bytes = std::sync::Arc::clone(bytes);
                self.bytes_item(&bytes, key, sliced, false)
            }
            Some(Data::ByteArray(bytes)) => {
                let bytes = bytes.clone();
                self.bytes_item(&bytes, key, sliced, true)
            }
            Some(&Data::Range { start, stop, step }) => self.range_item((start, stop, step), key, sliced),
            Some(Data::MappingProxy(inner)) => {
                let inner = *inner;
                self.getitem(inner, key)
            }
            Some(Data::Type(_)) => self.class_item(object, key),
            _ => {
                let class = self.class_name(object);
                Err(self.type_error(format!("'{class}' object is not subscriptable")))
            }
        }
    }

    fn dict_item(&mut self, object: Value, key: Value) -> Res {
        let (_, at) = self.table_find(object, key)?;
        if let (Some(at), Value::Obj(id)) = (at, object)
            && let Some(value) = self.entry_value(id, at)
        {
            return Ok(value);
        }
        let class = self.class_of(object);
        if class != ty::DICT
            && let Some(missing) = self.lookup(class, name!("__missing__"))
        {
            return match self.data(missing) {
                Some(&Data::Native { def, .. }) => self.call_native(def, Args::pos(&[object, key])),
                _ => Err(Fail::Python),
            };
        }
        Err(self.key_error(key))
    }

    fn str_item(&mut self, whole: Value, text: &PyStr, key: Value, sliced: bool) -> Res {
        let len = text.char_len();
        if !sliced {
            let at = self.position(key, len, "string", "string index out of range")?;
            return Ok(match text.char_at(at) {
                Some(c) => self.char_str(c),
                None => Value::None,
            });
        }
        let span = self.slice_indices(key, len)?;
        if span.step == 1 && span.range() == (0..len) && self.class_of(whole) == ty::STR {
            return Ok(whole);
        }
        if span.step == 1 && text.is_ascii() {
            return Ok(self.str(&text.as_str()[span.range()]));
        }
        let picked: String = if text.is_ascii() {
            span.pick(text.as_bytes()).into_iter().map(char::from).collect()
        } else {
            let chars: Vec<char> = text.chars().collect();
            span.pick(&chars).into_iter().collect()
        };
        Ok(self.str(picked))
    }

    fn bytes_item(&mut self, bytes: &[u8], key: Value, sliced: bool, array: bool) -> Res {
        if sliced {
            let span = self.slice_indices(key, bytes.len())?;
            let picked = span.pick(bytes);
            return Ok(if array {
                self.alloc(ty::BYTEARRAY, Data::ByteArray(picked))
            } else {
                self.bytes(&picked)
            });
        }
        let (what, range) = if array {
            ("bytearray", "bytearray index out of range")
        } else {
            ("byte", "index out of range")
        };
        let at = self.position(key, bytes.len(), what, range)?;
        Ok(Value::Int(i64::from(bytes[at])))
    }

    fn range_item(&mut self, (start, stop, step): (i64, i64, i64), key: Value, sliced: bool) -> Res {
        let len = range_len(start, stop, step) as usize;
        if !sliced {
            let at = self.position(key, len, "range", "range object index out of range")?;
            return Ok(Value::Int(start + at as i64 * step));
        }
        let span = self.slice_indices(key, len)?;
        let place = |at: i64| start.saturating_add(at.saturating_mul(step));
        let data = Data::Range {
            start: place(span.start),
            stop: place(span.stop),
            step: step.saturating_mul(span.step),
        };
        Ok(self.alloc(ty::RANGE, data))
    }

    /// `list[int]` and its like; what a class in Python has to say is left to the prelude.
    fn class_item(&mut self, class: Value, key: Value) -> Res {
        let Value::Obj(id) = class else { return Err(Fail::Python) };
        if self.heap.get(id).class != ty::TYPE {
            return Err(Fail::Python);
        }
        const GENERIC: &[Id] = &[
            ty::LIST,
            ty::TUPLE,
            ty::DICT,
            ty::SET,
            ty::FROZENSET,
            ty::TYPE,
            ty::DEQUE,
            ty::DEFAULTDICT,
            ty::ENUMERATE,
            ty::SLICE,
        ];
        if GENERIC.contains(&id) { Ok(self.alias(class, key)) } else { Err(Fail::Python) }
    }

    /// `types.GenericAlias(origin, key)`.
    pub fn alias(&mut self, origin: Value, key: Value) -> Value {
        let args = match self.data(key) {
            Some(Data::Tuple(_)) => key,
            _ => self.tuple([key]),
        };
        self.alloc(ty::GENERIC_ALIAS, Data::Alias(Cow::new([origin, args])))
    }

    /// Python's `object[key] = value`.
    pub fn setitem(&mut self, object: Value, key: Value, value: Value) -> Res<()> {
        match self.decider(object, name!("__setitem__"))? {
            Some(method) => self.call_native(method, Args::pos(&[object, key, value])).map(|_| ()),
            None => self.setitem_data(object, key, value),
        }
    }

    /// `object[key] = value` by the data alone.
    pub fn setitem_data(&mut self, object: Value, key: Value, value: Value) -> Res<()> {
        let Value::Obj(id) = object else {
            return Err(self.no_item(object, "does not support item assignment"));
        };
        let mark = self.heap.trail.mark();
        match &self.heap.get(id).data {
            Data::Dict(_) => {
                self.heap.trail.forget(mark, id);
                self.dict_set(id, key, value)
            }
            Data::List(items) => {
                let len = items.len();
                if self.is_slice(key) {
                    return self.list_set_slice(id, key, value);
                }
                let at = self.position(key, len, "list", "list assignment index out of range")?;
                self.list_set(id, at, value);
                self.heap.trail.narrow(mark, id, key_of(at as u64));
                Ok(())
            }
            Data::ByteArray(bytes) => {
                let len = bytes.len();
                self.bytearray_set(id, len, key, Some(value))
            }
            _ => Err(self.no_item(object, "does not support item assignment")),
        }
    }

    fn no_item(&mut self, object: Value, what: &str) -> Fail {
        let class = self.class_name(object);
        self.type_error(format!("'{class}' object {what}"))
    }

    fn list_set_slice(&mut self, list: Id, key: Value, value: Value) -> Res<()> {
        let len = self.len_data(Value::Obj(list))?;
        let span = self.slice_indices(key, len)?;
        let items = self.collect(value)?;
        if span.step == 1 {
            self.list_splice(list, span.range(), &items);
            return Ok(());
        }
        if items.len() != span.count {
            let message = format!(
                "attempt to assign sequence of size {} to extended slice of size {}",
                items.len(),
                span.count
            );
            return Err(self.value_error(message));
        }
        for (at, item) in span.places().zip(items) {
            self.list_set(list, at, item);
        }
        Ok(())
    }

    /// Python's `del object[key]`.
    pub fn delitem(&mut self, object: Value, key: Value) -> Res<()> {
        match self.decider(object, name!("__delitem__"))? {
            Some(method) => self.call_native(method, Args::pos(&[object, key])).map(|_| ()),
            None => self.delitem_data(object, key),
        }
    }

    /// `del object[key]` by the data alone.
    pub fn delitem_data(&mut self, object: Value, key: Value) -> Res<()> {
        let Value::Obj(id) = object else {
            return Err(self.no_item(object, "doesn't support item deletion"));
        };
        let mark = self.heap.trail.mark();
        match &self.heap.get(id).data {
            Data::Dict(_) => {
                self.heap.trail.forget(mark, id);
                let Some(at) = self.table_find(object, key)?.1 else { return Err(self.key_error(key)) };
                self.table_remove(id, at);
                Ok(())
            }
            Data::List(items) => {
                let len = items.len();
                if self.is_slice(key) {
                    return self.list_del_slice(id, key, len);
                }
                let at = self.position(key, len, "list", "list assignment index out of range")?;
                self.list_splice(id, at..at + 1, &[]);
                Ok(())
            }
            Data::ByteArray(bytes) => {
                let len = bytes.len();
                self.bytearray_set(id, len, key, None)
            }
            _ => Err(self.no_item(object, "doesn't support item deletion")),
        }
    }

    fn list_del_slice(&mut self, list: Id, key: Value, len: usize) -> Res<()> {
        let span = self.slice_indices(key, len)?;
        if span.step == 1 {
            self.list_splice(list, span.range(), &[]);
            return Ok(());
        }
        let mut gone = vec![false; len];
        span.places().for_each(|at| gone[at] = true);
        let items = self.items(Value::Obj(list)).unwrap_or_default();
        let kept: Vec<Value> = items.iter().zip(&gone).filter(|(_, gone)| !**gone).map(|(v, _)| *v).collect();
        self.list_splice(list, 0..len, &kept);
        Ok(())
    }

    /// `bytearray[key] = value`, or deletion without a value.
    fn bytearray_set(&mut self, array: Id, len: usize, key: Value, value: Option<Value>) -> Res<()> {
        let (places, with): (Vec<usize>, Vec<u8>) = if self.is_slice(key) {
            let span = self.slice_indices(key, len)?;
            let with = match value {
                Some(value) => self.byte_items(value)?,
                None => Vec::new(),
            };
            if span.step == 1 {
                if let Data::ByteArray(bytes) = &mut self.heap.get_mut(array).data {
                    bytes.splice(span.range(), with);
                }
                return Ok(());
            }
            if value.is_some() && with.len() != span.count {
                let message = format!(
                    "attempt to assign bytes of size {} to extended slice of size {}",
                    with.len(),
                    span.count
                );
                return Err(self.value_error(message));
            }
            (span.places().collect(), with)
        } else {
            let at = self.position(key, len, "bytearray", "bytearray index out of range")?;
            let with = match value {
                Some(value) => vec![self.byte_of(value)?],
                None => Vec::new(),
            };
            (vec![at], with)
        };
        if let Data::ByteArray(bytes) = &mut self.heap.get_mut(array).data {
            if value.is_some() {
                places.iter().zip(with).for_each(|(at, byte)| bytes[*at] = byte);
            } else {
                let mut places = places;
                places.sort_unstable();
                places.iter().rev().for_each(|at| {
                    bytes.remove(*at);
                });
            }
        }
        Ok(())
    }

    fn byte_items(&mut self, value: Value) -> Res<Vec<u8>> {
        self.collect(value)?.into_iter().map(|item| self.byte_of(item)).collect()
    }

    fn byte_of(&mut self, value: Value) -> Res<u8> {
        match self.index_clamped(value)? {
            Some(n) => match u8::try_from(n) {
                Ok(byte) => Ok(byte),
                Err(_) => Err(self.value_error("byte must be in range(0, 256)")),
            },
            None => {
                let class = self.class_name(value);
                Err(self.type_error(format!("'{class}' object cannot be interpreted as an integer")))
            }
        }
    }
}
