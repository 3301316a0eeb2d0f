//! Between texts and bytes: `str.encode`, `bytes.decode`, and the errors of both.
//!
//! UTF-8, UTF-16, UTF-32, ASCII and Latin-1, with the usual error handlers. Does not know the other encodings
//! of CPython, nor handlers that a program registers.

use super::super::super::native::{Args, Fail, NONE, Res, Tables};
use super::super::super::ops::ascii_of;
use super::super::super::value::Value;
use super::super::super::{Vm, ty};
use super::{escapes, text_of};
use crate::natives;
use crate::source::surrogate::{char_of, code_of, has_surrogates, is_surrogate};

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "str.encode" => encode,
        "UnicodeEncodeError.__str__" => |vm, args| error_text(vm, args, "encode"),
        "UnicodeDecodeError.__str__" => |vm, args| error_text(vm, args, "decode"),
    ],
    ..NONE
};

#[derive(Clone, Copy, PartialEq)]
enum Codec {
    Utf8,
    /// Bytes a unit, little-endian, with a mark at the beginning.
    Wide(usize, bool, bool),
    /// ASCII with the escapes of a literal.
    Escapes,
    /// Latin-1 with `\u` and `\U` for the rest.
    RawEscapes,
    /// Characters below this code, a byte each.
    Narrow(u32),
}

fn codec(vm: &mut Vm, name: &str) -> Res<(Codec, &'static str)> {
    let plain: String = name.to_ascii_lowercase().replace(['-', ' '], "_");
    Ok(match plain.as_str() {
        "utf_8" | "utf8" | "u8" | "utf" | "cp65001" => (Codec::Utf8, "utf-8"),
        "ascii" | "us_ascii" | "646" => (Codec::Narrow(0x80), "ascii"),
        "latin_1" | "latin1" | "iso_8859_1" | "iso8859_1" | "l1" | "latin" => {
            (Codec::Narrow(0x100), "latin-1")
        }
        "utf_16" | "utf16" | "u16" => (Codec::Wide(2, true, true), "utf-16"),
        "utf_16_le" | "utf_16le" => (Codec::Wide(2, true, false), "utf-16-le"),
        "utf_16_be" | "utf_16be" => (Codec::Wide(2, false, false), "utf-16-be"),
        "utf_32" | "utf32" | "u32" => (Codec::Wide(4, true, true), "utf-32"),
        "utf_32_le" | "utf_32le" => (Codec::Wide(4, true, false), "utf-32-le"),
        "utf_32_be" | "utf_32be" => (Codec::Wide(4, false, false), "utf-32-be"),
        "unicode_escape" => (Codec::Escapes, "unicode_escape"),
        "raw_unicode_escape" => (Codec::RawEscapes, "rawunicodeescape"),
        _ => return Err(vm.raise(ty::LOOKUP_ERROR, format!("unknown encoding: {name}"))),
    })
}

/// `UnicodeEncodeError` or `UnicodeDecodeError` about a stretch of what was given.
fn unicode_error(
    vm: &mut Vm,
    decode: bool,
    encoding: &str,
    object: Value,
    at: (usize, usize),
    reason: &str,
) -> Fail {
    let class = if decode { ty::UNICODE_DECODE_ERROR } else { ty::UNICODE_ENCODE_ERROR };
    let (encoding, reason) = (vm.str(encoding), vm.str(reason));
    let (start, end) = (Value::Int(at.0 as i64), Value::Int(at.1 as i64));
    let exception = vm.exception(class, vec![encoding, object, start, end, reason]);
    for (name, value) in
        [("encoding", encoding), ("object", object), ("start", start), ("end", end), ("reason", reason)]
    {
        vm.set_own(exception, name, value);
    }
    Fail::Raise(exception)
}

fn error_text(vm: &mut Vm, args: Args, verb: &str) -> Res {
    let this = args.get(0);
    let own = |vm: &Vm, name: &str| vm.own(this, &name.into()).unwrap_or(Value::None);
    let (encoding, reason) = (own(vm, "encoding"), own(vm, "reason"));
    let (Some(encoding), Some(reason)) = (vm.as_str(encoding), vm.as_str(reason)) else {
        let text = vm.exception_text(this)?;
        return Ok(vm.str(text));
    };
    let (object, start, end) = (own(vm, "object"), own(vm, "start"), own(vm, "end"));
    let (start, end) = (vm.as_i64(start).unwrap_or(0), vm.as_i64(end).unwrap_or(0));
    let what = match (vm.as_str(object), vm.byte_slice(object)) {
        (Some(text), _) => text.char_at(start as usize).map(|c| format!("character {}", char_shown(c))),
        (None, Some(bytes)) => bytes.get(start as usize).map(|byte| format!("byte {byte:#04x}")),
        _ => None,
    };
    let text = match what {
        Some(what) if end == start + 1 => {
            format!("'{encoding}' codec can't {verb} {what} in position {start}: {reason}")
        }
        _ => {
            let what = if verb == "encode" { "characters" } else { "bytes" };
            format!("'{encoding}' codec can't {verb} {what} in position {start}-{}: {reason}", end - 1)
        }
    };
    Ok(vm.str(text))
}

fn char_shown(c: char) -> String {
    let text = c.to_string();
    format!("'{}'", if c.is_ascii() { text } else { ascii_of(&text) })
}

/// The bytes of a text in an encoding.
pub fn bytes_of(vm: &mut Vm, text: Value, encoding: &str, errors: &str) -> Res<Vec<u8>> {
    let chars = vm.as_str(text).unwrap_or_else(|| "".into());
    let (codec, name) = codec(vm, encoding)?;
    if codec == Codec::Utf8 && !has_surrogates(&chars) {
        return Ok(chars.as_bytes().to_vec());
    }
    let mut out = Vec::with_capacity(chars.len());
    if let Codec::Wide(_, _, true) = codec {
        codec.put('\u{feff}', &mut out);
    }
    let mut left = chars.chars().enumerate().peekable();
    while let Some((at, c)) = left.next() {
        if codec.fits(c) {
            codec.put(c, &mut out);
            continue;
        }
        let code = code_of(c);
        let instead = match errors {
            "ignore" => String::new(),
            "replace" => "?".into(),
            "backslashreplace" | "namereplace" => ascii_of(&c.to_string()),
            "xmlcharrefreplace" => format!("&#{code};"),
            "surrogateescape" if (0xdc80..=0xdcff).contains(&code) => {
                out.push(code as u8);
                continue;
            }
            "surrogatepass" if is_surrogate(c) && codec.put_surrogate(code, &mut out) => continue,
            "strict" | "surrogateescape" | "surrogatepass" => {
                let mut end = at + 1;
                // The wide encodings name one character at a time.
                while !matches!(codec, Codec::Wide(..)) && left.next_if(|(_, c)| !codec.fits(*c)).is_some() {
                    end += 1;
                }
                let reason = match codec {
                    Codec::Narrow(limit) => format!("ordinal not in range({limit})"),
                    _ => "surrogates not allowed".into(),
                };
                return Err(unicode_error(vm, false, name, text, (at, end), &reason));
            }
            _ => return Err(unknown_handler(vm, errors)),
        };
        instead.chars().for_each(|c| codec.put(c, &mut out));
    }
    Ok(out)
}

impl Codec {
    /// Whether the encoding has bytes for a character.
    fn fits(self, c: char) -> bool {
        match self {
            Codec::Narrow(limit) => u32::from(c) < limit,
            Codec::Escapes | Codec::RawEscapes => true,
            Codec::Utf8 | Codec::Wide(..) => !is_surrogate(c),
        }
    }

    /// Writes a character that fits.
    fn put(self, c: char, out: &mut Vec<u8>) {
        match self {
            Codec::Narrow(_) => out.push(c as u8),
            Codec::Escapes => out.extend(escaped(c).bytes()),
            Codec::RawEscapes => escapes::put_raw(c, out),
            Codec::Utf8 => out.extend(c.encode_utf8(&mut [0; 4]).bytes()),
            Codec::Wide(4, little, _) => put_unit(u32::from(c), 4, little, out),
            Codec::Wide(unit, little, _) => {
                c.encode_utf16(&mut [0; 2])
                    .iter()
                    .for_each(|part| put_unit(u32::from(*part), unit, little, out));
            }
        }
    }

    /// Writes a surrogate as if it were a character, where the encoding allows that.
    fn put_surrogate(self, code: u32, out: &mut Vec<u8>) -> bool {
        match self {
            Codec::Utf8 => {
                out.extend([
                    0xe0 | (code >> 12) as u8,
                    0x80 | (code >> 6 & 0x3f) as u8,
                    0x80 | (code & 0x3f) as u8,
                ]);
            }
            Codec::Wide(unit, little, _) => put_unit(code, unit, little, out),
            Codec::Narrow(_) | Codec::Escapes | Codec::RawEscapes => return false,
        }
        true
    }
}

/// Fails as CPython's standard output does when a text cannot be written to it.
pub fn check_output(vm: &mut Vm, text: &str) -> Res<()> {
    if has_surrogates(text) {
        let text = vm.str(text);
        bytes_of(vm, text, "utf-8", "strict")?;
    }
    Ok(())
}

fn escaped(c: char) -> String {
    match c {
        '\t' => "\\t".into(),
        '\n' => "\\n".into(),
        '\r' => "\\r".into(),
        '\\' => "\\\\".into(),
        ' '..='~' => c.into(),
        '\0'..='\u{7f}' => format!("\\x{:02x}", u32::from(c)),
        _ => ascii_of(&c.to_string()),
    }
}

fn unknown_handler(vm: &mut Vm, errors: &str) -> Fail {
    vm.raise(ty::LOOKUP_ERROR, format!("unknown error handler name '{errors}'"))
}

fn put_unit(code: u32, unit: usize, little: bool, out: &mut Vec<u8>) {
    let bytes = code.to_le_bytes();
    if little {
        out.extend_from_slice(&bytes[..unit]);
    } else {
        out.extend(bytes[..unit].iter().rev());
    }
}

/// The text that bytes are in an encoding.
pub fn decode(vm: &mut Vm, bytes: &[u8], encoding: &str, errors: &str) -> Res<String> {
    let (codec, name) = codec(vm, encoding)?;
    match codec {
        Codec::Escapes => escapes::decode(vm, bytes, "unicodeescape", false, errors),
        Codec::RawEscapes => escapes::decode(vm, bytes, name, true, errors),
        Codec::Utf8 => decode_utf8(vm, bytes, errors),
        Codec::Narrow(limit) => {
            let mut out = String::with_capacity(bytes.len());
            for (at, byte) in bytes.iter().enumerate() {
                if u32::from(*byte) < limit {
                    out.push(char::from(*byte));
                    continue;
                }
                let bad = Bad { name, at: (at, at + 1), reason: "ordinal not in range(128)" };
                replace_bad(vm, bytes, bad, errors, &mut out)?;
            }
            Ok(out)
        }
        Codec::Wide(unit, little, mark) => decode_wide(vm, bytes, name, (unit, little, mark), errors),
    }
}

/// Bytes that are no text.
pub struct Bad {
    /// The encoding.
    pub name: &'static str,
    /// Where they stand.
    pub at: (usize, usize),
    /// What is wrong with them.
    pub reason: &'static str,
}

/// What an error handler puts in place of bytes that are no text.
pub fn replace_bad(vm: &mut Vm, bytes: &[u8], bad: Bad, errors: &str, out: &mut String) -> Res<()> {
    match errors {
        "ignore" => {}
        "replace" => out.push('\u{fffd}'),
        "surrogateescape" if bytes[bad.at.0..bad.at.1].iter().all(|byte| *byte >= 0x80) => {
            out.extend(
                bytes[bad.at.0..bad.at.1].iter().filter_map(|byte| char_of(0xdc00 + u32::from(*byte))),
            );
        }
        "backslashreplace" => {
            bytes[bad.at.0..bad.at.1].iter().for_each(|byte| out.push_str(&format!("\\x{byte:02x}")));
        }
        "strict" | "surrogateescape" | "surrogatepass" => {
            let object = vm.bytes(bytes);
            return Err(unicode_error(vm, true, bad.name, object, bad.at, bad.reason));
        }
        _ => return Err(unknown_handler(vm, errors)),
    }
    Ok(())
}

fn decode_utf8(vm: &mut Vm, bytes: &[u8], errors: &str) -> Res<String> {
    let mut out = String::with_capacity(bytes.len());
    let mut at = 0;
    loop {
        match std::str::from_utf8(&bytes[at..]) {
            Ok(text) => {
                out.push_str(text);
                return Ok(out);
            }
            Err(error) => {
                let good = at + error.valid_up_to();
                out.push_str(&String::from_utf8_lossy(&bytes[at..good]));
                if let ("surrogatepass", [0xed, second @ 0xa0..=0xbf, third @ 0x80..=0xbf, ..]) =
                    (errors, &bytes[good..])
                {
                    out.extend(char_of(0xd000 | (u32::from(*second) & 0x3f) << 6 | u32::from(*third) & 0x3f));
                    at = good + 3;
                    continue;
                }
                let end = error.error_len().map_or(bytes.len(), |len| good + len);
                let reason = match (error.error_len(), bytes[good]) {
                    (None, _) => "unexpected end of data",
                    (Some(_), 0xc2..=0xf4) => "invalid continuation byte",
                    _ => "invalid start byte",
                };
                replace_bad(vm, bytes, Bad { name: "utf-8", at: (good, end), reason }, errors, &mut out)?;
                at = end;
            }
        }
    }
}

fn decode_wide(
    vm: &mut Vm,
    bytes: &[u8],
    name: &'static str,
    (unit, mut little, mark): (usize, bool, bool),
    errors: &str,
) -> Res<String> {
    let mut at = 0;
    if mark && bytes.len() >= unit {
        let (le, be) = (&0xfeff_u32.to_le_bytes()[..unit], &0xfeff_u32.to_be_bytes()[4 - unit..]);
        if &bytes[..unit] == le {
            at = unit;
        } else if &bytes[..unit] == be {
            at = unit;
            little = false;
        }
    }
    let read = |at: usize| -> u32 {
        let part = &bytes[at..at + unit];
        let join = |code: u32, byte: &u8| code << 8 | u32::from(*byte);
        if little { part.iter().rev().fold(0, join) } else { part.iter().fold(0, join) }
    };
    let mut out = String::new();
    while at < bytes.len() {
        if at + unit > bytes.len() {
            let bad = Bad { name, at: (at, bytes.len()), reason: "truncated data" };
            replace_bad(vm, bytes, bad, errors, &mut out)?;
            break;
        }
        let mut code = read(at);
        let mut size = unit;
        if unit == 2 && (0xd800..0xdc00).contains(&code) && at + 4 <= bytes.len() {
            let low = read(at + 2);
            if (0xdc00..0xe000).contains(&low) {
                code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                size = 4;
            }
        }
        match char::from_u32(code) {
            Some(c) => out.push(c),
            None if errors == "surrogatepass" && (0xd800..0xe000).contains(&code) => {
                out.extend(char_of(code))
            }
            None => {
                let bad = Bad { name, at: (at, at + size), reason: "illegal encoding" };
                replace_bad(vm, bytes, bad, errors, &mut out)?;
            }
        }
        at += size;
    }
    Ok(out)
}

fn encode(vm: &mut Vm, args: Args) -> Res {
    text_of(vm, &args, "encode")?;
    let [encoding, errors] = vm.params("encode", &args, 1, ["encoding", "errors"], 0, 0)?;
    let (encoding, errors) = codec_args(vm, "encode", encoding, errors)?;
    let bytes = bytes_of(vm, args.get(0), &encoding, &errors)?;
    Ok(vm.bytes(&bytes))
}

/// The names of encoding and error handler out of optional arguments.
pub fn codec_args(vm: &mut Vm, name: &str, encoding: Value, errors: Value) -> Res<(String, String)> {
    let mut out = [String::from("utf-8"), String::from("strict")];
    for (at, (v, what)) in [(encoding, "encoding"), (errors, "errors")].into_iter().enumerate() {
        if v.is_null() {
            continue;
        }
        match vm.as_str(v) {
            Some(text) => out[at] = text.to_string(),
            None => {
                let given = vm.class_name(v);
                return Err(vm.type_error(format!("{name}() argument '{what}' must be str, not {given}")));
            }
        }
    }
    let [encoding, errors] = out;
    Ok((encoding, errors))
}
