//! The encodings `unicode_escape` and `raw_unicode_escape`: texts as literals spell them.
//!
//! Does not know names of characters (`\N{…}`).

use super::encode::{Bad, replace_bad};
use crate::source::hex_escape;
use crate::source::surrogate::{char_of, code_of};
use crate::vm::Vm;
use crate::vm::native::Res;

/// What `raw_unicode_escape` writes for a character: only what has no byte of its own is escaped.
pub fn put_raw(c: char, out: &mut Vec<u8>) {
    match code_of(c) {
        code @ 0..=0xff => out.push(code as u8),
        code @ 0x100..=0xffff => out.extend(format!("\\u{code:04x}").bytes()),
        code => out.extend(format!("\\U{code:08x}").bytes()),
    }
}

/// The text that such bytes spell; `raw` if only `\u` and `\U` are escapes.
pub fn decode(vm: &mut Vm, bytes: &[u8], name: &'static str, raw: bool, errors: &str) -> Res<String> {
    let mut out = String::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        at += 1;
        if bytes[start] != b'\\' {
            out.push(char::from(bytes[start]));
            continue;
        }
        let Some(&kind) = bytes.get(at) else {
            if raw {
                out.push('\\');
            } else {
                replace_bad(
                    vm,
                    bytes,
                    Bad { name, at: (start, at), reason: "\\ at end of string" },
                    errors,
                    &mut out,
                )?;
            }
            continue;
        };
        at += 1;
        let Some((digits, reason)) = hex_escape(char::from(kind)).filter(|_| !raw || kind != b'x') else {
            at = plain_escape(bytes, start, raw, &mut out);
            continue;
        };
        let hex = bytes[at..].iter().take(digits).take_while(|byte| byte.is_ascii_hexdigit()).count();
        let code = bytes[at..at + hex]
            .iter()
            .fold(0, |code, byte| code << 4 | char::from(*byte).to_digit(16).unwrap_or(0));
        at += hex;
        match char_of(code).filter(|_| hex == digits) {
            Some(c) => out.push(c),
            None => {
                let reason = if hex == digits { "illegal Unicode character" } else { reason };
                replace_bad(vm, bytes, Bad { name, at: (start, at), reason }, errors, &mut out)?;
            }
        }
    }
    Ok(out)
}

/// An escape of one character or of octal digits; an unknown one stands for itself. Returns where it ends.
fn plain_escape(bytes: &[u8], start: usize, raw: bool, out: &mut String) -> usize {
    let kind = bytes[start + 1];
    let char = match kind {
        _ if raw => None,
        b'\n' => return start + 2,
        b'\\' | b'\'' | b'"' => Some(char::from(kind)),
        b'a' => Some('\x07'),
        b'b' => Some('\x08'),
        b'f' => Some('\x0c'),
        b'n' => Some('\n'),
        b'r' => Some('\r'),
        b't' => Some('\t'),
        b'v' => Some('\x0b'),
        b'0'..=b'7' => {
            let digits = bytes[start + 1..].iter().take(3).take_while(|byte| (b'0'..=b'7').contains(*byte));
            let (mut code, mut end) = (0, start + 1);
            for digit in digits {
                (code, end) = (code * 8 + u32::from(digit - b'0'), end + 1);
            }
            out.extend(char_of(code));
            return end;
        }
        _ => None,
    };
    match char {
        Some(c) => out.push(c),
        None if raw => {
            out.push('\\');
            return start + 1;
        }
        None => out.extend(['\\', char::from(kind)]),
    }
    start + 2
}
