//! How numbers, texts, values and rows stand in an image.

use super::Unfit;
use super::ends::{Reader, Writer};
use crate::vm::cow::{Cow, CowRow};
use crate::vm::native::NativeDef;
use crate::vm::value::{Id, PyStr, Value};
use malachite_bigint::BigInt;
use std::collections::VecDeque;
use std::sync::Arc;

/// The result of reading.
pub type Res<T> = Result<T, Unfit>;

/// What can stand in an image.
pub trait Portable: Sized {
    /// Writes it.
    fn write(&self, to: &mut Writer);
    /// Reads it.
    fn read(from: &mut Reader) -> Res<Self>;
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl Portable for $kind {
            fn write(&self, to: &mut Writer) {
                to.number(*self as u64);
            }
            fn read(from: &mut Reader) -> Res<Self> {
                <$kind>::try_from(from.number()?).map_err(|_| Unfit::Damaged)
            }
        }
    )*};
}

numbers!(u8, u32, u64, usize);

impl Portable for i64 {
    fn write(&self, to: &mut Writer) {
        to.signed(*self);
    }
    fn read(from: &mut Reader) -> Res<Self> {
        from.signed()
    }
}

impl Portable for f64 {
    fn write(&self, to: &mut Writer) {
        to.out.extend_from_slice(&self.to_bits().to_le_bytes());
    }
    fn read(from: &mut Reader) -> Res<Self> {
        let bytes = from.take(8)?.try_into().map_err(|_| Unfit::Damaged)?;
        Ok(f64::from_bits(u64::from_le_bytes(bytes)))
    }
}

impl Portable for bool {
    fn write(&self, to: &mut Writer) {
        to.out.push(u8::from(*self));
    }
    fn read(from: &mut Reader) -> Res<Self> {
        Ok(from.byte()? != 0)
    }
}

impl Portable for PyStr {
    fn write(&self, to: &mut Writer) {
        let number = to.text(self);
        to.number(u64::from(number));
    }
    fn read(from: &mut Reader) -> Res<Self> {
        let number = from.number()? as usize;
        from.texts.get(number).cloned().ok_or(Unfit::Damaged)
    }
}

impl Portable for Id {
    fn write(&self, to: &mut Writer) {
        assert!(self.region() == 0, "internal error: the image refers to an object outside it");
        to.number(self.place() as u64);
    }
    fn read(from: &mut Reader) -> Res<Self> {
        let place = from.number()? as usize;
        if place < from.objects.len() { Ok(Id::new(0, place as u32)) } else { Err(Unfit::Damaged) }
    }
}

/// Numbers below this are values of their own, the others are places of objects.
const FIRST_PLACE: u64 = 8;

impl Portable for Value {
    fn write(&self, to: &mut Writer) {
        match self {
            Value::Null => to.number(0),
            Value::None => to.number(1),
            Value::NotImplemented => to.number(2),
            Value::Ellipsis => to.number(3),
            Value::Bool(value) => to.number(4 + u64::from(*value)),
            Value::Int(number) => {
                to.number(6);
                to.signed(*number);
            }
            Value::Float(number) => {
                to.number(7);
                number.write(to);
            }
            Value::Obj(id) => {
                assert!(id.region() == 0, "internal error: the image refers to an object outside it");
                to.number(FIRST_PLACE + id.place() as u64);
            }
        }
    }
    #[inline]
    fn read(from: &mut Reader) -> Res<Self> {
        Ok(match from.number()? {
            0 => Value::Null,
            1 => Value::None,
            2 => Value::NotImplemented,
            3 => Value::Ellipsis,
            4 => Value::Bool(false),
            5 => Value::Bool(true),
            6 => Value::Int(from.signed()?),
            7 => Value::Float(f64::read(from)?),
            place if place - FIRST_PLACE < from.objects.len() as u64 => {
                Value::Obj(Id::new(0, (place - FIRST_PLACE) as u32))
            }
            _ => return Err(Unfit::Damaged),
        })
    }
}

impl Portable for &'static NativeDef {
    fn write(&self, to: &mut Writer) {
        let named = to.natives.get(self.name).map_or(&[][..], Vec::as_slice);
        // A getter and its setter have one name; they stand in one table, each at a place of its own.
        let same = named.iter().find(|(_, def)| std::ptr::eq(*def, *self));
        let found = match named {
            [only] => Some(only),
            _ => same,
        };
        match found {
            Some((number, _)) => to.number(u64::from(*number)),
            None => panic!("internal error: no table lists the native function {}", self.name),
        }
    }
    fn read(from: &mut Reader) -> Res<Self> {
        let number = from.number()? as usize;
        from.natives.get(number).copied().ok_or(Unfit::Damaged)
    }
}

impl<T: Portable> Portable for Option<T> {
    fn write(&self, to: &mut Writer) {
        self.is_some().write(to);
        if let Some(content) = self {
            content.write(to);
        }
    }
    fn read(from: &mut Reader) -> Res<Self> {
        Ok(if bool::read(from)? { Some(T::read(from)?) } else { None })
    }
}

impl<A: Portable, B: Portable> Portable for (A, B) {
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
        self.1.write(to);
    }
    fn read(from: &mut Reader) -> Res<Self> {
        Ok((A::read(from)?, B::read(from)?))
    }
}

/// Writes a row with its length.
pub fn write_row<T: Portable>(row: &[T], to: &mut Writer) {
    to.number(row.len() as u64);
    row.iter().for_each(|item| item.write(to));
}

impl<T: Portable> Portable for Vec<T> {
    fn write(&self, to: &mut Writer) {
        write_row(self, to);
    }
    fn read(from: &mut Reader) -> Res<Self> {
        let count = from.count()?;
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            items.push(T::read(from)?);
        }
        Ok(items)
    }
}

impl<T: Portable> Portable for Box<[T]> {
    fn write(&self, to: &mut Writer) {
        write_row(self, to);
    }
    fn read(from: &mut Reader) -> Res<Self> {
        Ok(Vec::read(from)?.into())
    }
}

impl<T: Portable + Clone> Portable for CowRow<T> {
    fn write(&self, to: &mut Writer) {
        write_row(self, to);
    }
    fn read(from: &mut Reader) -> Res<Self> {
        Ok(Vec::read(from)?.into())
    }
}

impl<T: Portable> Portable for VecDeque<T> {
    fn write(&self, to: &mut Writer) {
        to.number(self.len() as u64);
        self.iter().for_each(|item| item.write(to));
    }
    fn read(from: &mut Reader) -> Res<Self> {
        Ok(Vec::read(from)?.into())
    }
}

impl<const N: usize> Portable for [Value; N] {
    fn write(&self, to: &mut Writer) {
        self.iter().for_each(|item| item.write(to));
    }
    fn read(from: &mut Reader) -> Res<Self> {
        let mut items = [Value::Null; N];
        for item in &mut items {
            *item = Value::read(from)?;
        }
        Ok(items)
    }
}

impl<T: Portable> Portable for Box<T> {
    fn write(&self, to: &mut Writer) {
        (**self).write(to);
    }
    fn read(from: &mut Reader) -> Res<Self> {
        Ok(Box::new(T::read(from)?))
    }
}

impl<T: Portable> Portable for Cow<T> {
    fn write(&self, to: &mut Writer) {
        (**self).write(to);
    }
    fn read(from: &mut Reader) -> Res<Self> {
        Ok(Cow::new(T::read(from)?))
    }
}

impl Portable for Arc<[u8]> {
    fn write(&self, to: &mut Writer) {
        to.bytes(self);
    }
    fn read(from: &mut Reader) -> Res<Self> {
        let count = from.count()?;
        Ok(from.take(count)?.into())
    }
}

impl Portable for Arc<BigInt> {
    fn write(&self, to: &mut Writer) {
        to.bytes(&self.to_signed_bytes_le());
    }
    fn read(from: &mut Reader) -> Res<Self> {
        let count = from.count()?;
        Ok(Arc::new(BigInt::from_signed_bytes_le(from.take(count)?)))
    }
}
