//! Iteration without Python code: `iter`, `next`, and everything an iterable yields at once.
//!
//! The first question is always [`Vm::iterates_natively`]: only when all that stands beneath an iterator is
//! built in, native code may walk through it. What it cannot walk through is `Fail::Python`, raised before
//! anything was consumed; `op_iter` and `op_next` of the prelude go on from there.
//! A set is walked in CPython's order (see `set_order.rs`).

use super::native::{Args, Fail, Res};
use super::object::{Data, GenKind, IterData};
use super::value::{Id, PyStr, Value};
use super::{Vm, ty};

/// A `PyStr` made once for each place that names it.
#[macro_export]
macro_rules! name {
    ($text:expr) => {{
        static NAME: std::sync::LazyLock<$crate::source::PyStr> =
            std::sync::LazyLock::new(|| $crate::source::PyStr::from($text));
        &*NAME
    }};
}

/// Iterators nested deeper than this are walked by Python code, which has a recursion limit of its own.
const DEPTH_MAX: u32 = 40;

/// Most values in one container: 64 MB.
pub const ITEMS_MAX: usize = 1 << 22;

impl Vm {
    /// True if a container of built-in data does what `name` says itself: its class is built in, or a subclass
    /// that does not define `name` in Python.
    pub fn keeps(&self, class: Id, name: &PyStr) -> bool {
        if !self.class(class).flags.heap {
            return true;
        }
        match self.lookup(class, name) {
            None => true,
            Some(found) => matches!(self.shape(found), Some(Data::Native { .. })),
        }
    }

    /// True if [`Vm::iter`] and then [`Vm::next`] until the end need no Python code.
    pub fn iterates_natively(&self, value: Value) -> bool {
        self.walks(value, 0)
    }

    fn walks(&self, value: Value, depth: u32) -> bool {
        let Value::Obj(id) = value else { return false };
        if depth > DEPTH_MAX {
            return false;
        }
        let object = self.heap.get(id);
        match &object.data {
            Data::List(_) | Data::Tuple(_) | Data::Str(_) | Data::Bytes(_) | Data::ByteArray(_) => {
                self.keeps(object.class, name!("__iter__"))
            }
            Data::Dict(_) | Data::Set(_) | Data::Deque { .. } => self.keeps(object.class, name!("__iter__")),
            Data::Range { .. } | Data::DictView { .. } => true,
            Data::MappingProxy(inner) => self.walks(*inner, depth + 1),
            Data::Iter(iter) => match &**iter {
                IterData::Seq { seq, .. } | IterData::Reversed { seq, .. } => {
                    seq.is_null() || self.by_position(*seq)
                }
                IterData::Table { .. } | IterData::Set { .. } | IterData::Range { .. } => true,
                IterData::Enumerate { iter, .. } => self.walks(*iter, depth + 1),
                IterData::Zip { iters, .. } => iters.iter().all(|iter| self.walks(*iter, depth + 1)),
                IterData::Call { .. } | IterData::Map { .. } | IterData::Filter { .. } => false,
            },
            _ => false,
        }
    }

    fn by_position(&self, seq: Value) -> bool {
        self.data(seq).is_some_and(Data::is_sequence)
    }

    /// Python's `iter(value)`.
    pub fn iter(&mut self, value: Value) -> Res {
        let class = self.class_of(value);
        if let Value::Obj(id) = value {
            match &self.heap.get(id).data {
                Data::Generator(generator) if generator.kind == GenKind::Generator => return Ok(value),
                Data::Iter(_) => return Ok(value),
                data if data.is_container() && self.keeps(class, name!("__iter__")) => {
                    return self.iter_data(value);
                }
                _ => {}
            }
        }
        match self.lookup(class, name!("__iter__")) {
            Some(method) => match self.shape(method) {
                Some(&Data::Native { def, .. }) => self.call_native(def, Args::pos(&[value])),
                Some(_) => Err(Fail::Python),
                None => Err(self.not_iterable(value)),
            },
            None if self.lookup(class, name!("__getitem__")).is_some() => {
                Ok(self.iter_of(ty::ITERATOR, IterData::Seq { seq: value, index: 0 }))
            }
            None => Err(self.not_iterable(value)),
        }
    }

    fn not_iterable(&mut self, value: Value) -> Fail {
        let class = self.class_name(value);
        self.type_error(format!("'{class}' object is not iterable"))
    }

    /// The iterator over a container's own data, whatever its class says.
    pub fn iter_data(&mut self, value: Value) -> Res {
        let seq = IterData::Seq { seq: value, index: 0 };
        let table =
            |kind, len| IterData::Table { table: value, kind, at: 0, len, left: len, reversed: false };
        let (class, data) = match self.data(value) {
            Some(Data::List(_)) => (ty::LIST_ITERATOR, seq),
            Some(Data::Tuple(_)) => (ty::TUPLE_ITERATOR, seq),
            Some(Data::Str(text)) => {
                (if text.is_ascii() { ty::STR_ASCII_ITERATOR } else { ty::STR_ITERATOR }, seq)
            }
            Some(Data::Bytes(_) | Data::ByteArray(_)) => (ty::BYTES_ITERATOR, seq),
            Some(Data::Dict(entries)) => (ty::DICT_KEYITERATOR, table(0, entries.len())),
            Some(Data::Deque { items, .. }) => (ty::DEQUE_ITERATOR, table(0, items.len())),
            Some(Data::Set(entries)) => {
                let len = entries.len();
                let keys = self.set_keys(entries);
                let keys = self.tuple(keys);
                (ty::SET_ITERATOR, IterData::Set { table: value, keys, at: 0, len })
            }
            Some(&Data::Range { start, stop, step }) => {
                let left = range_len(start, stop, step);
                (ty::RANGE_ITERATOR, IterData::Range { next: start, step, left })
            }
            Some(&Data::DictView { dict, kind }) => {
                let len = self.dict_table(dict).map_or(0, |entries| entries.len());
                let class = match kind {
                    0 => ty::DICT_KEYITERATOR,
                    1 => ty::DICT_VALUEITERATOR,
                    _ => ty::DICT_ITEMITERATOR,
                };
                (class, IterData::Table { table: dict, kind, at: 0, len, left: len, reversed: false })
            }
            Some(&Data::MappingProxy(inner)) => return self.iter(inner),
            _ => return Err(self.not_iterable(value)),
        };
        Ok(self.iter_of(class, data))
    }

    /// Python's `next(iter)`; `None` at the end.
    pub fn next(&mut self, iter: Value) -> Res<Option<Value>> {
        let Value::Obj(id) = iter else { return Err(Fail::Python) };
        let object = self.heap.get(id);
        let data = match &object.data {
            Data::Iter(data) => data,
            Data::Generator(_) => return Err(Fail::Python),
            _ => return self.next_foreign(iter, object.class),
        };
        match &**data {
            &IterData::Seq { seq, index } => self.next_by_position(id, seq, index),
            &IterData::Reversed { seq, index } => self.next_reversed(id, seq, index),
            &IterData::Table { table, kind, at, len, left, reversed } => {
                self.next_of_table(id, table, kind, at, (len, left), reversed)
            }
            &IterData::Set { table, keys, at, len } => self.next_of_set(id, table, keys, at, len),
            &IterData::Range { next, step, left } => {
                if left == 0 {
                    return Ok(None);
                }
                self.advance(id, |data| {
                    if let IterData::Range { next, left, .. } = data {
                        *next = next.wrapping_add(step);
                        *left -= 1;
                    }
                });
                Ok(Some(Value::Int(next)))
            }
            &IterData::Enumerate { iter, count } => self.next_enumerated(id, iter, count),
            IterData::Zip { iters, strict } => {
                if !iters.iter().all(|iter| self.walks(*iter, 1)) {
                    return Err(Fail::Python);
                }
                let (iters, strict) = (iters.clone(), *strict);
                self.next_zipped(&iters, strict)
            }
            IterData::Call { .. } | IterData::Map { .. } | IterData::Filter { .. } => Err(Fail::Python),
        }
    }

    /// The next item of an iterator that a module written in Rust made.
    fn next_foreign(&mut self, iter: Value, class: Id) -> Res<Option<Value>> {
        let Some(method) = self.lookup(class, name!("__next__")) else { return Err(Fail::Python) };
        let Some(&Data::Native { def, .. }) = self.data(method) else { return Err(Fail::Python) };
        match self.call_native(def, Args::pos(&[iter])) {
            Ok(value) => Ok(Some(value)),
            Err(Fail::Raise(exception)) if self.is_instance(exception, ty::STOP_ITERATION) => Ok(None),
            Err(other) => Err(other),
        }
    }

    fn advance(&mut self, iter: Id, change: impl FnOnce(&mut IterData)) {
        if let Data::Iter(data) = &mut self.heap.get_mut(iter).data {
            change(data);
        }
    }

    /// Lets go of what an exhausted iterator walked through.
    fn exhaust(&mut self, iter: Id) -> Res<Option<Value>> {
        self.heap.update(iter, |object| {
            if let Data::Iter(data) = &mut object.data {
                match &mut **data {
                    IterData::Seq { seq, .. } | IterData::Reversed { seq, .. } => *seq = Value::Null,
                    _ => {}
                }
            }
        });
        Ok(None)
    }

    /// The `str` of one character; ASCII ones are always the same objects.
    pub fn char_str(&mut self, c: char) -> Value {
        static ASCII: std::sync::LazyLock<Vec<PyStr>> = std::sync::LazyLock::new(|| {
            (0..128u8).map(|byte| PyStr::from((byte as char).to_string())).collect()
        });
        match ASCII.get(c as usize) {
            Some(text) => self.intern(text),
            None => self.str(c.to_string()),
        }
    }

    fn next_by_position(&mut self, iter: Id, seq: Value, index: usize) -> Res<Option<Value>> {
        if seq.is_null() {
            return Ok(None);
        }
        // Over a str the index counts bytes, so that each step is short.
        let mut width = 1;
        let mut character = None;
        let item = match self.data(seq) {
            Some(Data::List(items)) => items.get(index).copied(),
            Some(Data::Tuple(items)) => items.get(index).copied(),
            Some(Data::Bytes(bytes)) => bytes.get(index).map(|byte| Value::Int(i64::from(*byte))),
            Some(Data::ByteArray(bytes)) => bytes.get(index).map(|byte| Value::Int(i64::from(*byte))),
            Some(Data::Str(text)) => {
                character = text.as_str()[index..].chars().next();
                None
            }
            _ => return Err(Fail::Python),
        };
        let item = match character {
            Some(c) => {
                width = c.len_utf8();
                Some(self.char_str(c))
            }
            None => item,
        };
        if item.is_none() {
            return self.exhaust(iter);
        }
        self.advance(iter, |data| {
            if let IterData::Seq { index, .. } = data {
                *index += width;
            }
        });
        Ok(item)
    }

    fn next_reversed(&mut self, iter: Id, seq: Value, index: usize) -> Res<Option<Value>> {
        if seq.is_null() {
            return Ok(None);
        }
        let mut character = None;
        let item = match self.data(seq) {
            _ if index == 0 => None,
            Some(Data::List(items)) => items.get(index - 1).copied(),
            Some(Data::Tuple(items)) => items.get(index - 1).copied(),
            Some(Data::Bytes(bytes)) => bytes.get(index - 1).map(|byte| Value::Int(i64::from(*byte))),
            Some(Data::ByteArray(bytes)) => bytes.get(index - 1).map(|byte| Value::Int(i64::from(*byte))),
            Some(Data::Str(text)) => {
                character = text.char_at(index - 1);
                None
            }
            _ => return Err(Fail::Python),
        };
        let item = match character {
            Some(c) => Some(self.char_str(c)),
            None => item,
        };
        if item.is_none() {
            return self.exhaust(iter);
        }
        self.advance(iter, |data| {
            if let IterData::Reversed { index, .. } = data {
                *index -= 1;
            }
        });
        Ok(item)
    }

    fn next_enumerated(&mut self, iter: Id, inner: Value, count: Value) -> Res<Option<Value>> {
        let Some(item) = self.next(inner)? else { return Ok(None) };
        self.count_up(iter, count);
        Ok(Some(self.tuple([count, item])))
    }

    /// Adds one to the number that an `enumerate` gives next.
    pub(super) fn count_up(&mut self, iter: Id, count: Value) {
        let after = match count {
            Value::Int(n) if n < i64::MAX => Value::Int(n + 1),
            other => {
                let big = self.as_big(other).unwrap_or_default();
                self.int(big + 1)
            }
        };
        self.heap.replace(iter, after, |object, value| match &mut object.data {
            Data::Iter(data) => match &mut **data {
                IterData::Enumerate { count, .. } => std::mem::replace(count, value),
                _ => value,
            },
            _ => value,
        });
    }

    fn next_zipped(&mut self, iters: &[Value], strict: bool) -> Res<Option<Value>> {
        let mut items = Vec::with_capacity(iters.len());
        for (at, iter) in iters.iter().enumerate() {
            match self.next(*iter)? {
                Some(item) => items.push(item),
                None if !strict => return Ok(None),
                None if at > 0 => {
                    let plural = if at == 1 { "argument 1" } else { "arguments 1-" };
                    let upto = if at == 1 { String::new() } else { at.to_string() };
                    let message = format!("zip() argument {} is shorter than {plural}{upto}", at + 1);
                    return Err(self.value_error(message));
                }
                None => return self.zip_end(iters),
            }
        }
        if items.is_empty() { Ok(None) } else { Ok(Some(self.tuple(items))) }
    }

    /// Under `strict`, the first iterator has ended: all others must end too.
    fn zip_end(&mut self, iters: &[Value]) -> Res<Option<Value>> {
        for (at, iter) in iters.iter().enumerate().skip(1) {
            if self.next(*iter)?.is_some() {
                let plural = if at == 1 { "argument 1" } else { "arguments 1-" };
                let upto = if at == 1 { String::new() } else { at.to_string() };
                return Err(
                    self.value_error(format!("zip() argument {} is longer than {plural}{upto}", at + 1))
                );
            }
        }
        Ok(None)
    }
}

/// How many numbers `range(start, stop, step)` has.
pub fn range_len(start: i64, stop: i64, step: i64) -> u64 {
    let (low, high, by) = if step > 0 { (start, stop, step) } else { (stop, start, step.saturating_neg()) };
    if low >= high {
        return 0;
    }
    let distance = (i128::from(high) - i128::from(low) - 1) / i128::from(by) + 1;
    u64::try_from(distance).unwrap_or(u64::MAX)
}
