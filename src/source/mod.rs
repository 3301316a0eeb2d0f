//! Text of a program, and places in it.
//!
//! Lines are counted from 1. Columns of spans are counted in characters from 0, as the compiler gives
//! them; the page's editor counts UTF-16 units, and [`utf16_column`] converts.

mod pystr;
pub mod surrogate;
mod text;

pub use pystr::PyStr;
pub use text::Text;

use serde::{Deserialize, Serialize};

/// A stretch of source text: lines from 1, columns in characters from 0, the end exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First line.
    pub line: u32,
    /// First column.
    pub col: u32,
    /// Last line.
    pub end_line: u32,
    /// Column after the last.
    pub end_col: u32,
}

/// The line `number` (from 1) of a text, without its line end.
pub fn line_of(text: &str, number: u32) -> Option<&str> {
    text.lines().nth((number as usize).checked_sub(1)?)
}

/// Of the escape that begins with a backslash and `kind`: how many hexadecimal digits it has, and what CPython says if
/// there are fewer.
pub fn hex_escape(kind: char) -> Option<(usize, &'static str)> {
    match kind {
        'x' => Some((2, "truncated \\xXX escape")),
        'u' => Some((4, "truncated \\uXXXX escape")),
        'U' => Some((8, "truncated \\UXXXXXXXX escape")),
        _ => None,
    }
}

/// Converts a column in characters to one in UTF-16 units.
pub fn utf16_column(line: &str, column: u32) -> u32 {
    line.chars().take(column as usize).map(|c| c.len_utf16() as u32).sum()
}
