//! Values: what a variable, a stack slot or a container element holds.
//!
//! A value is 16 bytes and `Copy`. Numbers that fit and the singletons live in the value itself;
//! everything else is an [`Id`] into the heap. Copying a value never touches a reference count:
//! counts belong to *slots* (see `heap.rs`), so native code may hold values freely within one instruction.

pub use crate::source::PyStr;

/// The identity of a heap object: the region of the thread that made it, and its place there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
pub struct Id(pub u32);

/// Bits of an [`Id`] that number the place within a region.
pub const PLACE_BITS: u32 = 22;

impl Id {
    /// Builds an identity from its region and place.
    pub const fn new(region: u32, place: u32) -> Id {
        Id((region << PLACE_BITS) | place)
    }
    /// The region: 0 is the library image, others belong to threads.
    pub const fn region(self) -> usize {
        (self.0 >> PLACE_BITS) as usize
    }
    /// The place within the region.
    pub const fn place(self) -> usize {
        (self.0 & ((1 << PLACE_BITS) - 1)) as usize
    }
}

/// One Python value.
// A tag of a word has all payloads stand at the same place: then a copy is two words, never bytes put together.
#[repr(u64)]
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Value {
    /// No value: an unbound local, an empty cell, CPython's `NULL` on the stack.
    Null,
    /// `None`.
    None,
    /// `NotImplemented`.
    NotImplemented,
    /// `...`.
    Ellipsis,
    /// `True` or `False`.
    Bool(bool),
    /// An exact `int` of at most 64 bits.
    Int(i64),
    /// An exact `float`.
    Float(f64),
    /// Anything on the heap.
    Obj(Id),
}

impl Value {
    /// True for [`Value::Null`].
    pub fn is_null(self) -> bool {
        matches!(self, Value::Null)
    }
    /// True for `None`.
    pub fn is_none(self) -> bool {
        matches!(self, Value::None)
    }
    /// The heap identity, if it has one.
    pub fn id(self) -> Option<Id> {
        match self {
            Value::Obj(id) => Some(id),
            _ => None,
        }
    }
    /// Python's `is`. Exact small integers and floats are identical when they are the same number.
    pub fn is(self, other: Value) -> bool {
        match (self, other) {
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            (a, b) => a == b,
        }
    }
    /// The value itself, or `default` where there is none.
    pub fn or(self, default: Value) -> Value {
        if self.is_null() { default } else { self }
    }
}

/// The address that `id()` and default `repr` show for an object: made from its identity, so it is the same in
/// every run. Other values have none of their own.
pub fn address(value: Value) -> u64 {
    match value {
        Value::Obj(id) => 0x7f00_0000_0000 + u64::from(id.0) * 16,
        _ => 0x5600_0000_0000,
    }
}
