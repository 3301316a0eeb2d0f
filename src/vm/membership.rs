//! `item in container` for built-in data.
//!
//! The test by equality (lists, tuples) may meet objects that compare in Python: `Fail::Python` then, before
//! anything was consumed. An iterator is never searched here, since a search that stops half-way has
//! consumed it: the prelude's `op_contains` walks it.

use super::iter::range_len;
use super::native::{Args, Fail, Res};
use super::object::Data;
use super::value::Value;
use super::{Vm, ty};
use crate::name;

impl Vm {
    /// Python's `item in container`.
    pub fn contains(&mut self, container: Value, item: Value) -> Res<bool> {
        let class = self.class_of(container);
        let own = matches!(self.shape(container), Some(data) if data.is_container());
        if own && !self.class(class).flags.heap {
            return self.contains_data(container, item);
        }
        match self.lookup(class, name!("__contains__")) {
            Some(method) => match self.data(method) {
                Some(Data::Native { .. }) if own => self.contains_data(container, item),
                Some(&Data::Native { def, .. }) => {
                    let found = self.call_native(def, Args::pos(&[container, item]))?;
                    self.truth(found)
                }
                _ => Err(Fail::Python),
            },
            None if own && self.keeps(class, name!("__iter__")) => self.contains_data(container, item),
            None => Err(Fail::Python),
        }
    }

    /// `item in container` by the data alone.
    pub fn contains_data(&mut self, container: Value, item: Value) -> Res<bool> {
        let mark = self.heap.trail.mark();
        match self.data(container) {
            Some(Data::List(items)) => self.any_same(items, item),
            Some(Data::Tuple(items)) => self.any_same(items, item),
            Some(Data::Dict(_)) => {
                if let Value::Obj(id) = container {
                    self.heap.trail.forget(mark, id);
                }
                Ok(self.table_find(container, item)?.1.is_some())
            }
            Some(Data::Set(_)) => {
                let item = self.frozen_key(item);
                Ok(self.table_find(container, item)?.1.is_some())
            }
            Some(Data::Str(text)) => {
                let text = text.clone();
                match self.as_str(item) {
                    Some(part) => Ok(text.contains(part.as_str())),
                    None => {
                        let class = self.class_name(item);
                        let message = format!("'in <string>' requires string as left operand, not {class}");
                        Err(self.type_error(message))
                    }
                }
            }
            Some(Data::Bytes(bytes)) => {
                let bytes = bytes.to_vec();
                self.byte_in(&bytes, item)
            }
            Some(Data::ByteArray(bytes)) => {
                let bytes = bytes.clone();
                self.byte_in(&bytes, item)
            }
            Some(&Data::Range { start, stop, step }) => self.in_range((start, stop, step), item),
            Some(&Data::DictView { dict, kind }) => self.in_view(dict, kind, item),
            Some(&Data::MappingProxy(inner)) => self.contains(inner, item),
            Some(Data::Deque { items, .. }) => {
                for other in items.iter() {
                    if self.eq(*other, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ => Err(Fail::Python),
        }
    }

    fn any_same(&self, items: &[Value], item: Value) -> Res<bool> {
        for other in items {
            if self.eq(*other, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A set used as a key for a look-up in a set counts as the `frozenset` of its items.
    pub fn frozen_key(&mut self, item: Value) -> Value {
        match self.data(item) {
            Some(Data::Set(table)) if self.is_instance(item, ty::SET) => {
                let table = (**table).clone();
                self.set_of(ty::FROZENSET, table)
            }
            _ => item,
        }
    }

    fn byte_in(&mut self, bytes: &[u8], item: Value) -> Res<bool> {
        if let Some(n) = self.as_i64(item) {
            return match u8::try_from(n) {
                Ok(byte) => Ok(bytes.contains(&byte)),
                Err(_) => Err(self.value_error("byte must be in range(0, 256)")),
            };
        }
        let part: &[u8] = match self.data(item) {
            Some(Data::Bytes(part)) => part,
            Some(Data::ByteArray(part)) => part,
            _ => {
                let class = self.class_name(item);
                return Err(self.type_error(format!("a bytes-like object is required, not '{class}'")));
            }
        };
        Ok(part.is_empty() || bytes.windows(part.len()).any(|window| window == part))
    }

    /// True if an integer is one of the numbers of a range.
    pub fn in_range(&self, (start, stop, step): (i64, i64, i64), item: Value) -> Res<bool> {
        let n = match item {
            Value::Float(x) if x.fract() == 0.0 && x.abs() < 9.0e15 => x as i64,
            _ => match self.as_i64(item) {
                Some(n) => n,
                None if matches!(self.data(item), Some(Data::Int(_))) => return Ok(false),
                // Some other kind of number, or an object with its own `__eq__`: compared one by one.
                None if matches!(item, Value::Obj(id) if self.class(self.heap.get(id).class).flags.has_eq) => {
                    return Err(Fail::Python);
                }
                None => return Ok(false),
            },
        };
        let len = i128::from(range_len(start, stop, step));
        let distance = i128::from(n) - i128::from(start);
        Ok(distance % i128::from(step) == 0 && (0..len).contains(&(distance / i128::from(step))))
    }

    fn in_view(&mut self, dict: Value, kind: u8, item: Value) -> Res<bool> {
        match kind {
            0 => Ok(self.table_find(dict, item)?.1.is_some()),
            1 => {
                let Some(table) = self.dict_table(dict) else { return Ok(false) };
                for entry in table.iter() {
                    if self.eq(entry.value, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ => {
                let Some([key, value]) = self.items(item) else { return Ok(false) };
                let (key, value) = (*key, *value);
                let Some(at) = self.table_find(dict, key)?.1 else { return Ok(false) };
                let Some(table) = self.dict_table(dict) else { return Ok(false) };
                self.eq(table.at(at).value, value)
            }
        }
    }
}
