//! How numbers, texts and rows stand in an image, and the two ends of its bytes.
//!
//! Numbers are little and in groups of seven bits, with signs in the lowest one. What is shared stands in a table and is
//! named by its number there: texts, source files, code. A derived format would write each of them as often as it is
//! used, and read as many copies; so the kinds of data are listed by hand (`data.rs`), field by field.

use super::Unfit;
use crate::program::{Code, SourceText};
use crate::vm::cow::{Cow, CowRow};
use crate::vm::native::NativeDef;
use crate::vm::object::{Attrs, Data, Object};
use crate::vm::ty;
use crate::vm::value::{Id, PyStr, Value};
use malachite_bigint::BigInt;
use rustc_hash::FxHashMap;
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

/// The end that writes.
pub struct Writer<'a> {
    /// What is being written.
    pub out: Vec<u8>,
    /// The objects of the image.
    pub objects: &'a [Option<Object>],
    /// All native functions by name; several may have one.
    pub natives: FxHashMap<&'static str, Vec<(u32, &'static NativeDef)>>,
    /// Source files by number.
    pub files: Vec<Arc<SourceText>>,
    /// Code, by its place in memory: its number.
    pub codes: FxHashMap<*const Code, u32>,
    /// The code written so far: nested code stands before what it is nested in.
    pub code_rows: Vec<u8>,
    texts: FxHashMap<PyStr, u32>,
    text_list: Vec<PyStr>,
}

impl<'a> Writer<'a> {
    /// Writes an image with these objects.
    pub fn new(objects: &'a [Option<Object>], natives: &[&'static NativeDef]) -> Writer<'a> {
        let mut by_name: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for (number, def) in (0..).zip(natives) {
            by_name.entry(def.name).or_default().push((number, *def));
        }
        Writer {
            out: Vec::new(),
            objects,
            natives: by_name,
            files: Vec::new(),
            codes: FxHashMap::default(),
            code_rows: Vec::new(),
            texts: FxHashMap::default(),
            text_list: Vec::new(),
        }
    }
    /// Writes a number.
    pub fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.out.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.out.push(number as u8);
    }
    /// Writes a number that may be negative.
    pub fn signed(&mut self, number: i64) {
        self.number(((number << 1) ^ (number >> 63)) as u64);
    }
    /// Writes bytes with their length.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.out.extend_from_slice(bytes);
    }
    /// All texts that were named: their lengths, then one after the other.
    pub fn texts(&self) -> Vec<u8> {
        let mut lengths = Writer::new(&[], &[]);
        lengths.number(self.text_list.len() as u64);
        self.text_list.iter().for_each(|text| lengths.number(text.len() as u64));
        self.text_list.iter().for_each(|text| lengths.out.extend_from_slice(text.as_bytes()));
        lengths.out
    }
    /// The text of an exact `str` on the heap; such objects stand before all others.
    pub fn text_of(&self, value: Value) -> Option<&'a PyStr> {
        plain_text(self.objects.get(value.id()?.place())?.as_ref()?)
    }
}

/// The text of an object that is a `str` and nothing else.
pub fn plain_text(object: &Object) -> Option<&PyStr> {
    match (&object.data, &object.attrs) {
        (Data::Str(text), Attrs::None) if object.class == ty::STR => Some(text),
        _ => None,
    }
}

/// Such an object.
pub fn text_object(text: PyStr) -> Object {
    Object { class: ty::STR, attrs: Attrs::None, data: Data::Str(text) }
}

/// The end that reads.
pub struct Reader<'a> {
    bytes: &'a [u8],
    /// Texts by number.
    pub texts: Vec<PyStr>,
    /// Source files by number.
    pub files: Vec<Arc<SourceText>>,
    /// Code by number.
    pub codes: Vec<Arc<Code>>,
    /// Native functions by number.
    pub natives: Vec<&'static NativeDef>,
    /// The objects read so far, by place.
    pub objects: Vec<Option<Object>>,
}

impl<'a> Reader<'a> {
    /// Reads these bytes.
    pub fn new(bytes: &'a [u8], natives: Vec<&'static NativeDef>) -> Reader<'a> {
        Reader { bytes, texts: vec![], files: vec![], codes: vec![], natives, objects: vec![] }
    }
    /// Reads a byte.
    pub fn byte(&mut self) -> Res<u8> {
        let (first, rest) = self.bytes.split_first().ok_or(Unfit::Damaged)?;
        self.bytes = rest;
        Ok(*first)
    }
    /// Reads a number.
    #[inline]
    pub fn number(&mut self) -> Res<u64> {
        let first = self.byte()?;
        if first < 0x80 {
            return Ok(u64::from(first));
        }
        let (mut number, mut shift) = (u64::from(first & 0x7f), 7);
        loop {
            let byte = self.byte()?;
            if shift > 63 {
                return Err(Unfit::Damaged);
            }
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return Ok(number);
            }
        }
    }
    /// Reads a number that may be negative.
    #[inline]
    pub fn signed(&mut self) -> Res<i64> {
        let number = self.number()?;
        Ok((number >> 1) as i64 ^ -((number & 1) as i64))
    }
    /// Reads a number of things, each of which takes a byte at least.
    pub fn count(&mut self) -> Res<usize> {
        let count = self.number()? as usize;
        if count > self.bytes.len() { Err(Unfit::Damaged) } else { Ok(count) }
    }
    /// The next so many bytes.
    pub fn take(&mut self, count: usize) -> Res<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count).ok_or(Unfit::Damaged)?;
        self.bytes = rest;
        Ok(taken)
    }
    /// Reads the table of texts.
    pub fn read_texts(&mut self) -> Res<()> {
        let count = self.count()?;
        let lengths = (0..count).map(|_| self.number()).collect::<Res<Vec<u64>>>()?;
        self.texts.reserve(count);
        for length in lengths {
            let bytes = self.take(length as usize)?;
            self.texts.push(std::str::from_utf8(bytes).map_err(|_| Unfit::Damaged)?.into());
        }
        Ok(())
    }
    /// See [`Writer::text_of`].
    pub fn text_of(&self, value: Value) -> Option<&PyStr> {
        plain_text(self.objects.get(value.id()?.place())?.as_ref()?)
    }
    /// True if there is nothing left.
    pub fn is_over(&self) -> bool {
        self.bytes.is_empty()
    }
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
        let number = match to.texts.get(self) {
            Some(number) => *number,
            None => {
                let number = to.text_list.len() as u32;
                to.texts.insert(self.clone(), number);
                to.text_list.push(self.clone());
                number
            }
        };
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
        let same = named.iter().find(|(_, def)| std::ptr::fn_addr_eq(def.call, self.call));
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
