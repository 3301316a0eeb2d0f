//! `|`, `&`, `-`, `^` of sets, and `|` of dictionaries, with their in-place forms.

use super::super::dict::Dict;
use super::super::native::Res;
use super::super::object::Data;
use super::super::set_order::Source;
use super::super::value::{Id, Value};
use super::super::{Vm, ty};
use super::{BinaryOp, Operator};
use crate::vm::cow::Cow;

impl Vm {
    /// Set and dictionary operators; `None` if the operands are not both sets or both dictionaries.
    pub fn table_op(&mut self, op: BinaryOp, a: Value, b: Value) -> Res<Option<Value>> {
        let Value::Obj(left) = a else { return Ok(None) };
        match (self.data(a), self.data(b)) {
            (Some(Data::Set(x)), Some(Data::Set(y))) => {
                let frozen = self.is_instance(a, ty::FROZENSET);
                let table = self.merge_sets(op.operator, x, y, op.in_place && !frozen, Source::Set)?;
                if op.in_place && !frozen {
                    self.heap.update(left, |object| object.data = Data::Set(Cow::new(table)));
                    return Ok(Some(a));
                }
                let class = if frozen { ty::FROZENSET } else { ty::SET };
                Ok(Some(self.set_of(class, table)))
            }
            (Some(Data::Dict(x)), Some(Data::Dict(y))) if op.operator == Operator::Or => {
                let mut puts = Vec::new();
                for entry in y.iter() {
                    puts.push((
                        entry.hash,
                        self.find_key(x, entry.hash, entry.key, 0)?,
                        entry.key,
                        entry.value,
                    ));
                }
                let target = if op.in_place { left } else { self.copy_dict(a, left) };
                // A removed entry of the original leaves no gap in its copy: look again there.
                for (hash, at, key, value) in puts {
                    let at = if op.in_place { at } else { self.table_find(Value::Obj(target), key)?.1 };
                    self.table_put(target, hash, at, key, value);
                }
                Ok(Some(Value::Obj(target)))
            }
            _ => Ok(None),
        }
    }

    /// A new dictionary with the same entries; `defaultdict` and `OrderedDict` stay what they are.
    fn copy_dict(&mut self, a: Value, id: Id) -> Id {
        let class = self.class_of(a);
        let (class, attrs) = if class == ty::DEFAULTDICT || class == ty::ORDERED_DICT {
            (class, self.heap.get(id).attrs.clone())
        } else {
            (ty::DICT, super::super::object::Attrs::None)
        };
        let mut table = Dict::default();
        if let Some(old) = self.dict_table(a) {
            for entry in old.iter() {
                table.push(entry.hash, entry.key, entry.value);
            }
        }
        self.heap.alloc(class, attrs, Data::Dict(Cow::new(table)))
    }
}
