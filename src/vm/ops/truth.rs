//! Truth: `bool(v)`, `if v`.

use super::super::Vm;
use super::super::native::{Fail, Res};
use super::super::object::Data;
use super::super::value::Value;
use super::Dunder;
use super::eq::range_len;
use num_traits::Zero;

impl Vm {
    /// Whether `v` counts as true.
    pub fn truth(&self, v: Value) -> Res<bool> {
        match v {
            Value::None | Value::Null => return Ok(false),
            Value::Bool(b) => return Ok(b),
            Value::Int(n) => return Ok(n != 0),
            Value::Float(x) => return Ok(x != 0.0),
            Value::NotImplemented | Value::Ellipsis => return Ok(true),
            Value::Obj(_) => {}
        }
        if self.is_made(v) {
            let class = self.class_of(v);
            match self.lookup(class, Dunder::Bool.name()) {
                Some(found) if self.native_function(found) => {}
                Some(_) => return Err(Fail::Python),
                None => {
                    if let Some(found) = self.lookup(class, Dunder::Len.name())
                        && !self.native_function(found)
                    {
                        return Err(Fail::Python);
                    }
                }
            }
        }
        Ok(self.truth_data(v))
    }

    fn native_function(&self, v: Value) -> bool {
        matches!(self.data(v), Some(Data::Native { .. }))
    }

    /// Truth by data alone.
    pub fn truth_data(&self, v: Value) -> bool {
        match self.data(v) {
            None => {
                !matches!(v, Value::None | Value::Null | Value::Bool(false) | Value::Int(0))
                    && v != Value::Float(0.0)
            }
            Some(data) => match data {
                Data::Str(text) => !text.is_empty(),
                Data::List(items) => !items.is_empty(),
                Data::Tuple(items) => !items.is_empty(),
                Data::Dict(table) | Data::Set(table) => !table.is_empty(),
                Data::Bytes(bytes) => !bytes.is_empty(),
                Data::ByteArray(bytes) => !bytes.is_empty(),
                Data::SmallInt(n) => *n != 0,
                Data::Int(n) => !n.is_zero(),
                Data::Float(x) => *x != 0.0,
                Data::Complex(re, im) => *re != 0.0 || *im != 0.0,
                Data::Range { start, stop, step } => range_len(*start, *stop, *step) > 0,
                Data::Deque { items, .. } => !items.is_empty(),
                Data::MappingProxy(inner) => self.truth_data(*inner),
                Data::DictView { dict, .. } => self.truth_data(*dict),
                _ => true,
            },
        }
    }
}
