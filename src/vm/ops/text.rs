//! How texts and bytes are written as literals.

use crate::source::surrogate::{code_of, has_surrogates, to_wtf8};
use rustpython_literal::escape::{AsciiEscape, UnicodeEscape};
use rustpython_wtf8::Wtf8;
use std::fmt::Write;

/// `repr(str)`.
pub fn repr_str(text: &str) -> String {
    let real;
    let source = if has_surrogates(text) {
        real = to_wtf8(text);
        &*real
    } else {
        Wtf8::new(text)
    };
    let escape = UnicodeEscape::new_repr(source);
    let mut out = String::with_capacity(text.len() + 2);
    // Writing into a `String` cannot fail.
    let _ = escape.str_repr().write(&mut out);
    out
}

/// `repr(bytes)`.
pub fn repr_bytes(bytes: &[u8]) -> String {
    let escape = AsciiEscape::new_repr(bytes);
    let mut out = String::with_capacity(bytes.len() + 3);
    let _ = escape.bytes_repr().write(&mut out);
    out
}

/// What `ascii()` makes of a `repr`: each character beyond ASCII as an escape.
pub fn ascii_of(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let code = code_of(c);
        let _ = match code {
            0..=0x7f => out.write_char(c),
            0x80..=0xff => write!(out, "\\x{code:02x}"),
            0x100..=0xffff => write!(out, "\\u{code:04x}"),
            _ => write!(out, "\\U{code:08x}"),
        };
    }
    out
}
