//! The usual cases of looking at objects: what an instance holds itself, a method of its class, an item of a list.
//!
//! Each answers `None` where anything else might have a say: then nothing was changed, and the general way is gone.

use crate::vm::heap::Heap;
use crate::vm::object::{Attrs, Data, IterData};
use crate::vm::ty;
use crate::vm::value::{Id, PyStr, Value};

impl Heap {
    /// What stands in a cell.
    #[inline]
    pub(super) fn cell_content(&self, cell: Value) -> Option<Value> {
        match self.peek(cell.id()?).data {
            Data::Cell(content) if !content.is_null() => Some(content),
            _ => None,
        }
    }

    /// True if what an instance of `class` holds under `name` is its attribute, whatever the class has.
    fn holds_its_own(&self, class: Id, name: &PyStr) -> bool {
        !self.class(class).flags.has_getattribute
            && match self.lookup(class, name) {
                Some(Value::Obj(raw)) => {
                    matches!(
                        self.peek(raw).data,
                        Data::Function(_) | Data::Native { .. } | Data::StaticMethod(_)
                    )
                }
                _ => true,
            }
    }

    /// An attribute that an instance or a module holds itself.
    pub(super) fn usual_attribute(&self, owner: Value, name: &PyStr) -> Option<Value> {
        let object = self.peek(owner.id()?);
        let value = match (&object.attrs, &object.data) {
            (Attrs::Own(names), _) => names.get(name)?,
            (Attrs::None, Data::Module { dict }) => self.get_name(*dict, name)?,
            _ => return None,
        };
        self.holds_its_own(object.class, name).then_some(value)
    }

    /// A method of the owner's class, which may be called with the owner first.
    pub(super) fn usual_method(&self, owner: Value, name: &PyStr) -> Option<Value> {
        let object = self.peek(owner.id()?);
        let alone = match (&object.attrs, &object.data) {
            (_, Data::Type(_) | Data::Module { .. } | Data::Fields(_) | Data::Super(_)) => false,
            (Attrs::None, _) => true,
            (Attrs::Own(names), _) => names.position(name).is_none(),
            (Attrs::Dict(_), _) => false,
        };
        if !alone || self.class(object.class).flags.has_getattribute {
            return None;
        }
        let raw = self.lookup(object.class, name)?;
        let method = self.peek(raw.id()?);
        match method.data {
            Data::Function(_) => Some(raw),
            Data::Native { this: Value::Null, .. }
                if matches!(method.class, ty::METHOD_DESCRIPTOR | ty::WRAPPER_DESCRIPTOR) =>
            {
                Some(raw)
            }
            _ => None,
        }
    }

    /// Gives an attribute that an instance holds itself another value, whose count the caller hands over; returns the
    /// old one, still counted.
    pub(super) fn change_attribute(&mut self, owner: Value, name: &PyStr, value: Value) -> Option<Value> {
        let id = owner.id()?;
        let object = self.peek(id);
        let Attrs::Own(names) = &object.attrs else { return None };
        let at = names.position(name)?;
        let flags = &self.class(object.class).flags;
        if flags.has_setattr || !flags.has_dict || !self.holds_its_own(object.class, name) {
            return None;
        }
        match &mut self.get_mut(id).attrs {
            Attrs::Own(names) => Some(names.set_at(at, value)),
            _ => None,
        }
    }

    /// An item of an exact list or tuple, by an index from its beginning.
    #[inline]
    pub(super) fn usual_item(&self, container: Value, key: Value) -> Option<Value> {
        let (Value::Obj(id), Value::Int(at)) = (container, key) else { return None };
        let object = self.peek(id);
        let at = usize::try_from(at).ok()?;
        match &object.data {
            Data::List(items) if object.class == ty::LIST => items.get(at).copied(),
            Data::Tuple(items) if object.class == ty::TUPLE => items.get(at).copied(),
            _ => None,
        }
    }

    /// Exchanges an item of an exact list; counts as in [`Heap::change_attribute`].
    #[inline]
    pub(super) fn change_item(&mut self, container: Value, key: Value, value: Value) -> Option<Value> {
        self.usual_item(container, key)?;
        let (Value::Obj(id), Value::Int(at)) = (container, key) else { return None };
        if self.peek(id).class != ty::LIST {
            return None;
        }
        match &mut self.get_mut(id).data {
            Data::List(items) => Some(std::mem::replace(&mut items[at as usize], value)),
            _ => None,
        }
    }

    /// The next item of an iterator over a range, a list or a tuple that has not come to its end.
    #[inline]
    pub(super) fn usual_next(&mut self, iterator: Value) -> Option<Value> {
        let id = iterator.id()?;
        let Data::Iter(iter) = &self.peek(id).data else { return None };
        let value = match **iter {
            IterData::Range { next, left, .. } if left > 0 => Value::Int(next),
            IterData::Seq { seq, index } => match &self.peek(seq.id()?).data {
                Data::List(items) => *items.get(index)?,
                Data::Tuple(items) => *items.get(index)?,
                _ => return None,
            },
            _ => return None,
        };
        if let Data::Iter(iter) = &mut self.get_mut(id).data {
            match &mut **iter {
                IterData::Range { next, step, left } => {
                    *next = next.wrapping_add(*step);
                    *left -= 1;
                }
                IterData::Seq { index, .. } => *index += 1,
                _ => {}
            }
        }
        Some(value)
    }
}
