//! The greatest object: what would be larger raises `MemoryError` before it is made.
//!
//! A program's mistake (`[0] * 10**12`) must not take the reader's memory.

use super::super::native::{Fail, Res};
use super::super::{Vm, ty};

/// Most bytes in one object.
pub const OBJECT_BYTES_MAX: usize = 64 << 20;

/// Bytes of one value in a container.
const VALUE_BYTES: usize = 16;

impl Vm {
    /// A `MemoryError`, without message as in CPython.
    pub fn memory_error(&mut self) -> Fail {
        Fail::Raise(self.exception(ty::MEMORY_ERROR, vec![]))
    }
    /// Fails if an object of that many bytes would be too large.
    pub fn check_bytes(&mut self, bytes: usize) -> Res<()> {
        if bytes > OBJECT_BYTES_MAX { Err(self.memory_error()) } else { Ok(()) }
    }
    /// Fails if a container of that many values would be too large.
    pub fn check_items(&mut self, items: usize) -> Res<()> {
        self.check_bytes(items.saturating_mul(VALUE_BYTES))
    }
}
