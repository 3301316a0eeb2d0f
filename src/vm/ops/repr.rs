//! `repr()` and `str()` of values whose text needs no Python.
//!
//! A container that is being shown already is shown as `[...]`. What a class of the program says about its text
//! goes through the prelude, which guards the same way (`prelude/text.py`).

use super::super::native::{Args, Fail, NativeDef, Res};
use super::super::object::Data;
use super::super::value::{Id, PyStr, Value};
use super::super::{Vm, ty};
use super::{DEPTH_MAX, Dunder, OBJECT_BYTES_MAX, ascii_of, complex_text, float_text, repr_bytes, repr_str};
use malachite_bigint::BigInt;
use std::fmt::Write;

/// The containers that are being shown.
#[derive(Debug, Default)]
pub struct Guard {
    inside: Vec<Id>,
}

impl Vm {
    /// `repr(v)`.
    pub fn repr(&mut self, v: Value) -> Res<PyStr> {
        let mut out = String::new();
        self.write_repr(v, &mut out, &mut Guard::default())?;
        Ok(out.into())
    }

    /// `ascii(v)`.
    pub fn ascii(&mut self, v: Value) -> Res<PyStr> {
        Ok(ascii_of(&self.repr(v)?).into())
    }

    /// The text that follows from built-in data, whatever the class says: `list.__repr__(v)` and the like.
    pub fn repr_data(&mut self, v: Value) -> Res<PyStr> {
        let mut out = String::new();
        if !self.write_data(v, &mut out, &mut Guard::default())? {
            self.write_default(v, &mut out);
        }
        Ok(out.into())
    }

    /// `str(v)`.
    pub fn to_str(&mut self, v: Value) -> Res<PyStr> {
        let Value::Obj(id) = v else { return self.repr(v) };
        let object = self.heap.get(id);
        if let (Data::Str(text), ty::STR) = (&object.data, object.class) {
            return Ok(text.clone());
        }
        let class = object.class;
        let Some(found) = self.lookup(class, Dunder::Str.name()) else { return self.repr(v) };
        let Some(Data::Native { def, .. }) = self.data(found) else { return Err(Fail::Python) };
        match def.name {
            "object.__str__" => match self.data(v) {
                Some(Data::Str(text)) => Ok(text.clone()),
                Some(Data::Exception(_)) => self.exception_text(v),
                // `C.__repr__ = C.__str__`: either asks the other.
                _ if self.lookup(class, Dunder::Repr.name()) == Some(found) => {
                    Err(self.raise(ty::RECURSION_ERROR, "maximum recursion depth exceeded"))
                }
                _ => self.repr(v),
            },
            "BaseException.__str__" => self.exception_text(v),
            _ => self.call_for_text(def, v),
        }
    }

    /// `BaseException.__str__`, and that of `KeyError`.
    pub fn exception_text(&mut self, v: Value) -> Res<PyStr> {
        let Some(Data::Exception(exc)) = self.data(v) else { return self.repr(v) };
        let args = exc.args;
        let items = self.items(args).unwrap_or(&[]).to_vec();
        match items[..] {
            [] => Ok("".into()),
            [only] if self.is_instance(v, ty::KEY_ERROR) => self.repr(only),
            [only] => self.to_str(only),
            _ => self.repr(args),
        }
    }

    fn call_for_text(&mut self, def: &NativeDef, v: Value) -> Res<PyStr> {
        let text = (def.call)(self, Args::pos(&[v]))?;
        match self.as_str(text) {
            Some(text) => Ok(text),
            None => {
                let name = self.class_name(text);
                Err(self.type_error(format!("{} returned non-string (type {name})", def.short())))
            }
        }
    }

    /// Writes `repr(v)`.
    pub fn write_repr(&mut self, v: Value, out: &mut String, guard: &mut Guard) -> Res<()> {
        let Value::Obj(id) = v else { return self.write_small(v, out) };
        if matches!(self.class_of(v), ty::STR | ty::INT | ty::LIST | ty::TUPLE | ty::DICT | ty::SET) {
            self.write_data(v, out, guard)?;
            return Ok(());
        }
        let class = self.heap.get(id).class;
        let def = match self.lookup(class, Dunder::Repr.name()) {
            None => None,
            Some(found) => match self.data(found) {
                Some(Data::Native { def, .. }) => Some(*def),
                _ => return Err(Fail::Python),
            },
        };
        match def {
            Some(def) if def.name != "object.__repr__" && !writes_data(def.name) => {
                let text = self.call_for_text(def, v)?;
                out.push_str(&text);
            }
            _ => {
                if !self.write_data(v, out, guard)? {
                    self.write_default(v, out);
                }
            }
        }
        Ok(())
    }

    /// Values that are not on the heap.
    fn write_small(&mut self, v: Value, out: &mut String) -> Res<()> {
        match v {
            Value::Int(n) => {
                let _ = write!(out, "{n}");
            }
            Value::Float(x) => out.push_str(&float_text(x)),
            Value::Bool(b) => out.push_str(if b { "True" } else { "False" }),
            Value::None => out.push_str("None"),
            Value::Ellipsis => out.push_str("Ellipsis"),
            Value::NotImplemented => out.push_str("NotImplemented"),
            Value::Null => out.push_str("<NULL>"),
            Value::Obj(_) => return self.write_repr(v, out, &mut Guard::default()),
        }
        Ok(())
    }

    /// Decimal text of an integer, within the limit of digits.
    pub fn int_text(&mut self, n: &BigInt) -> Res<String> {
        let most = self.digits_max(n.bits());
        // A digit takes more than 3.32 bits: what has far too many is not written first.
        if most == 0 || n.bits() <= most as u64 * 333 / 100 {
            let text = n.to_str_radix(10);
            if most == 0 || text.len() - usize::from(text.starts_with('-')) <= most {
                return Ok(text);
            }
        }
        Err(self.value_error(format!(
            "Exceeds the limit ({most} digits) for integer string conversion; use sys.set_int_max_str_digits() to \
             increase the limit"
        )))
    }

    /// Writes what follows from built-in data; false if the kind has no text of its own.
    fn write_data(&mut self, v: Value, out: &mut String, guard: &mut Guard) -> Res<bool> {
        let Value::Obj(id) = v else {
            self.write_small(v, out)?;
            return Ok(true);
        };
        match &self.heap.get(id).data {
            Data::Str(text) => out.push_str(&repr_str(text)),
            Data::SmallInt(n) => {
                let _ = write!(out, "{n}");
            }
            Data::Int(n) => {
                let n = n.clone();
                out.push_str(&self.int_text(&n)?);
            }
            Data::Float(x) => out.push_str(&float_text(*x)),
            Data::Complex(re, im) => out.push_str(&complex_text(*re, *im)),
            Data::Bytes(bytes) => out.push_str(&repr_bytes(bytes)),
            Data::ByteArray(bytes) => {
                let _ = write!(out, "{}({})", self.short_name(v), repr_bytes(bytes));
            }
            Data::Tuple(_) | Data::List(_) | Data::Dict(_) | Data::Set(_) | Data::Deque { .. } => {
                self.write_container(id, out, guard)?;
            }
            Data::Exception(_) | Data::MappingProxy(_) | Data::DictView { .. } => {
                self.write_container(id, out, guard)?;
            }
            _ => return self.write_more(id, out, guard),
        }
        Ok(true)
    }

    fn write_container(&mut self, id: Id, out: &mut String, guard: &mut Guard) -> Res<()> {
        if guard.inside.contains(&id) {
            out.push_str(match &self.heap.get(id).data {
                Data::Tuple(_) => "(...)",
                Data::Dict(_) => "{...}",
                Data::List(_) | Data::Deque { .. } => "[...]",
                Data::Set(_) => return self.write_again(id, out),
                _ => "...",
            });
            return Ok(());
        }
        if guard.inside.len() > DEPTH_MAX {
            return Err(Fail::Python);
        }
        guard.inside.push(id);
        let done = self.write_content(id, out, guard);
        guard.inside.pop();
        done?;
        if out.len() > OBJECT_BYTES_MAX { Err(self.memory_error()) } else { Ok(()) }
    }

    fn write_again(&mut self, id: Id, out: &mut String) -> Res<()> {
        let _ = write!(out, "{}(...)", self.short_name(Value::Obj(id)));
        Ok(())
    }

    fn write_content(&mut self, id: Id, out: &mut String, guard: &mut Guard) -> Res<()> {
        let v = Value::Obj(id);
        match &self.heap.get(id).data {
            Data::Tuple(items) => {
                let items = items.to_vec();
                self.write_items(&items, ("(", if items.len() == 1 { ",)" } else { ")" }), out, guard)
            }
            Data::List(items) => {
                let items = items.clone();
                self.write_items(&items, ("[", "]"), out, guard)
            }
            Data::Set(table) => {
                let items = self.set_keys(table);
                let name = self.short_name(v);
                if items.is_empty() {
                    let _ = write!(out, "{name}()");
                    return Ok(());
                }
                if self.class_of(v) == ty::SET {
                    return self.write_items(&items, ("{", "}"), out, guard);
                }
                self.write_items(&items, (&format!("{name}({{"), "})"), out, guard)
            }
            Data::Deque { items, maxlen } => {
                let (items, maxlen): (Vec<Value>, _) = (items.iter().copied().collect(), *maxlen);
                let open = format!("{}([", self.short_name(v));
                let close = maxlen.map_or("])".into(), |n| format!("], maxlen={n})"));
                self.write_items(&items, (&open, &close), out, guard)
            }
            Data::Exception(exc) => {
                let args = exc.args;
                let items = self.items(args).unwrap_or(&[]).to_vec();
                let open = format!("{}(", self.short_name(v));
                self.write_items(&items, (&open, ")"), out, guard)
            }
            Data::MappingProxy(inner) => {
                let inner = *inner;
                out.push_str("mappingproxy(");
                self.write_repr(inner, out, guard)?;
                out.push(')');
                Ok(())
            }
            Data::DictView { dict, kind } => {
                let (dict, kind) = (*dict, *kind);
                let open = format!("{}([", self.short_name(v));
                self.write_view(dict, kind, &open, out, guard)
            }
            Data::Dict(_) if self.is_instance(v, ty::ORDERED_DICT) => {
                let name = self.short_name(v);
                let _ = write!(out, "{name}(");
                if self.truth_data(v) {
                    self.write_dict(v, out, guard)?;
                }
                out.push(')');
                Ok(())
            }
            _ => self.write_dict(v, out, guard),
        }
    }

    fn write_dict(&mut self, v: Value, out: &mut String, guard: &mut Guard) -> Res<()> {
        let entries: Vec<_> = self.dict_table(v).map(|t| t.iter().collect()).unwrap_or_default();
        out.push('{');
        for (at, entry) in entries.into_iter().enumerate() {
            if at > 0 {
                out.push_str(", ");
            }
            self.write_repr(entry.key, out, guard)?;
            out.push_str(": ");
            self.write_repr(entry.value, out, guard)?;
        }
        out.push('}');
        Ok(())
    }

    fn write_view(
        &mut self,
        dict: Value,
        kind: u8,
        open: &str,
        out: &mut String,
        guard: &mut Guard,
    ) -> Res<()> {
        let entries: Vec<_> = self.dict_table(dict).map(|t| t.iter().collect()).unwrap_or_default();
        out.push_str(open);
        for (at, entry) in entries.into_iter().enumerate() {
            if at > 0 {
                out.push_str(", ");
            }
            match kind {
                0 => self.write_repr(entry.key, out, guard)?,
                1 => self.write_repr(entry.value, out, guard)?,
                _ => self.write_items(&[entry.key, entry.value], ("(", ")"), out, guard)?,
            }
        }
        out.push_str("])");
        Ok(())
    }

    /// Writes the items of a sequence between two marks.
    pub(super) fn write_items(
        &mut self,
        items: &[Value],
        (open, close): (&str, &str),
        out: &mut String,
        guard: &mut Guard,
    ) -> Res<()> {
        out.push_str(open);
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                out.push_str(", ");
            }
            self.write_repr(*item, out, guard)?;
            if out.len() > OBJECT_BYTES_MAX {
                return Err(self.memory_error());
            }
        }
        out.push_str(close);
        Ok(())
    }
}

/// True for the native `__repr__` methods that write what [`Vm::write_data`] writes.
fn writes_data(name: &str) -> bool {
    let Some(kind) = name.strip_suffix(".__repr__") else { return false };
    matches!(
        kind,
        "int"
            | "bool"
            | "float"
            | "complex"
            | "str"
            | "bytes"
            | "bytearray"
            | "list"
            | "tuple"
            | "dict"
            | "set"
    ) || matches!(
        kind,
        "frozenset"
            | "deque"
            | "collections.deque"
            | "mappingproxy"
            | "dict_keys"
            | "dict_values"
            | "dict_items"
    ) || matches!(kind, "OrderedDict" | "collections.OrderedDict" | "range" | "slice" | "type" | "function")
        || kind == "BaseException"
}
