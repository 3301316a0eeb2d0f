//! The text of a file: at hand, or unpacked when somebody asks for it.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A text. Those that the machine brings along cost nothing until they are read.
#[derive(Clone)]
pub enum Text {
    /// Of its own, shared.
    Own(Arc<str>),
    /// Part of the binary.
    Fixed(&'static str),
    /// Packed in the binary: its number, and the function that unpacks it.
    Packed(u32, fn(u32) -> &'static str),
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        match self {
            Text::Own(text) => text,
            Text::Fixed(text) => text,
            Text::Packed(number, unpack) => unpack(*number),
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text::Own(text.into())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
