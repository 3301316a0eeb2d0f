//! Lone surrogates in texts.
//!
//! A Python `str` may hold the codes U+D800 to U+DFFF by themselves; Rust's texts cannot. Such a code is kept as a
//! stand-in: a character of the last private plane, U+10F000 to U+10F7FF. Whoever asks for the code of a character, or
//! makes one from a code, goes through here. The price: a program that uses those 2048 private characters themselves
//! sees surrogates, and surrogates sort behind all other characters.

use rustpython_wtf8::{CodePoint, Wtf8, Wtf8Buf};

const FIRST: u32 = 0xd800;
const LAST: u32 = 0xdfff;
const STAND_IN: u32 = 0x10_f000;

/// Python's code of a character.
pub fn code_of(c: char) -> u32 {
    if is_surrogate(c) { u32::from(c) - STAND_IN + FIRST } else { u32::from(c) }
}

/// The character with a code; `None` beyond Unicode.
pub fn char_of(code: u32) -> Option<char> {
    char::from_u32(if (FIRST..=LAST).contains(&code) { code - FIRST + STAND_IN } else { code })
}

/// Whether a character stands for a surrogate.
pub fn is_surrogate(c: char) -> bool {
    (STAND_IN..=STAND_IN + LAST - FIRST).contains(&u32::from(c))
}

/// Whether a text holds surrogates.
pub fn has_surrogates(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_surrogate)
}

/// A text with the surrogates themselves.
pub fn to_wtf8(text: &str) -> Wtf8Buf {
    text.chars().filter_map(|c| CodePoint::from_u32(code_of(c))).collect()
}

/// A text with stand-ins for its surrogates.
pub fn from_wtf8(text: &Wtf8) -> String {
    text.code_points().filter_map(|code| char_of(code.to_u32())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back() {
        for code in [0, 0x41, 0xd7ff, 0xd800, 0xdc80, 0xdfff, 0xe000, 0xffff, 0x1_0000, 0x10_ffff] {
            assert_eq!(char_of(code).map(code_of), Some(code));
        }
        assert_eq!(char_of(0x11_0000), None);
        let text: String = [0x61, 0xd83d, 0x20ac].into_iter().filter_map(char_of).collect();
        assert_eq!(from_wtf8(&to_wtf8(&text)), text);
    }
}
