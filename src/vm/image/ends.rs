//! The two ends of an image's bytes, and the tables of what is shared in it.
//!
//! Numbers are written in groups of seven bits, with signs in the lowest one. Texts, source files and code stand in tables
//! and are named by their numbers there. A derived format would write each of them as often as it is used, and read as
//! many copies; so the kinds of data are listed by hand (`data.rs`), field by field.

use super::Unfit;
use super::portable::Res;
use crate::program::{Code, SourceText};
use crate::vm::native::NativeDef;
use crate::vm::object::{Attrs, Data, Object};
use crate::vm::ty;
use crate::vm::value::{PyStr, Value};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Bytes of the longest text that is taken for a name.
const NAME_MAX: usize = 40;

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
    /// The number of a text.
    pub fn text(&mut self, text: &PyStr) -> u32 {
        if let Some(number) = self.texts.get(text) {
            return *number;
        }
        let number = self.text_list.len() as u32;
        self.texts.insert(text.clone(), number);
        self.text_list.push(text.clone());
        number
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
            let text = std::str::from_utf8(self.take(length as usize)?).map_err(|_| Unfit::Damaged)?;
            // What may be a name is one with the names in programs.
            let is_name = text.len() <= NAME_MAX
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
            self.texts.push(if is_name { PyStr::shared(text) } else { text.into() });
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
