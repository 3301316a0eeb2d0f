//! `_struct`: values to bytes and back, after the formats of Modules/_struct.c.
//!
//! What is wrong with a format or a value is answered as a text, which the hidden Python raises as `struct.error`;
//! `None` means that some value has to be converted by Python code first.

use super::add_functions;
use crate::natives;
use crate::vm::Vm;
use crate::vm::native::{Args, NativeDef, Res};
use crate::vm::object::Data;
use crate::vm::ty;
use crate::vm::value::{Id, Value};
use malachite_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

/// Its functions.
pub const FUNCTIONS: &[NativeDef] = natives![
    "_struct._layout" => layout,
    "_struct._pack" => pack,
    "_struct._unpack" => unpack,
];

/// Fills the module.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    add_functions(vm, dict, FUNCTIONS);
    Ok(())
}

/// One value of a format, or padding.
struct Field {
    code: u8,
    at: usize,
    size: usize,
}

/// A format taken apart.
struct Format {
    fields: Vec<Field>,
    size: usize,
    big: bool,
    native: bool,
}

/// Most values of one format: each of them takes room here.
const FIELDS_MAX: usize = 4 << 20;

/// Size of a code; natively, `l` and `L` are longer and `n`, `N` and `P` exist.
fn size_of_code(code: u8, native: bool) -> Option<usize> {
    Some(match code {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' => 4 + 4 * usize::from(native),
        b'q' | b'Q' | b'd' | b'F' => 8,
        b'D' => 16,
        b'n' | b'N' | b'P' if native => 8,
        _ => return None,
    })
}

/// What a code is aligned to natively: a complex number to its parts.
fn alignment(code: u8, size: usize) -> usize {
    if matches!(code, b'F' | b'D') { size / 2 } else { size }
}

fn parse(text: &[u8]) -> Result<Format, &'static str> {
    const LONG: &str = "total struct size too long";
    let (native, big, rest) = match text.first() {
        Some(b'@') => (true, false, &text[1..]),
        Some(b'=' | b'<') => (false, false, &text[1..]),
        Some(b'>' | b'!') => (false, true, &text[1..]),
        _ => (true, false, text),
    };
    let mut format = Format { fields: Vec::new(), size: 0, big, native };
    let mut codes = rest.iter().copied().filter(|byte| !byte.is_ascii_whitespace() && *byte != 0x0b);
    while let Some(mut code) = codes.next() {
        let mut count = 1usize;
        if code.is_ascii_digit() {
            count = 0;
            while code.is_ascii_digit() {
                count = count
                    .checked_mul(10)
                    .and_then(|n| n.checked_add(usize::from(code - b'0')))
                    .ok_or(LONG)?;
                code = codes.next().ok_or("repeat count given without format specifier")?;
            }
        }
        if code == 0 {
            return Err("embedded null character");
        }
        let size = size_of_code(code, native).ok_or("bad char in struct format")?;
        let unit = if native { alignment(code, size) } else { 1 };
        let start = format.size.checked_next_multiple_of(unit).ok_or(LONG)?;
        let bytes = size.checked_mul(count).ok_or(LONG)?;
        format.size = start.checked_add(bytes).filter(|total| i64::try_from(*total).is_ok()).ok_or(LONG)?;
        match code {
            b'x' => {}
            b's' | b'p' => format.fields.push(Field { code, at: start, size: count }),
            _ if format.fields.len() + count > FIELDS_MAX => return Err(LONG),
            _ => format.fields.extend((0..count).map(|n| Field { code, at: start + n * size, size })),
        }
    }
    Ok(format)
}

fn format_of(vm: &mut Vm, value: Value) -> Res<Result<Format, &'static str>> {
    match vm.byte_slice(value) {
        Some(text) => Ok(parse(text)),
        None => Err(vm.type_error("a struct format is bytes")),
    }
}

/// `_layout(format)`: the size and the codes of the values, or what is wrong.
fn layout(vm: &mut Vm, args: Args) -> Res {
    match format_of(vm, args.get(0))? {
        Ok(format) => {
            let codes: String = format.fields.iter().map(|field| char::from(field.code)).collect();
            let codes = vm.str(codes);
            Ok(vm.tuple([Value::Int(format.size as i64), codes]))
        }
        Err(problem) => Ok(vm.str(problem)),
    }
}

/// Why a value has no bytes.
enum Refused {
    Python,
    Text(String),
    TooLarge(char),
}

fn integer(vm: &Vm, code: u8, size: usize, value: Value) -> Result<Vec<u8>, Refused> {
    let Some(n) = vm.as_big(value) else { return Err(Refused::Python) };
    let bits = 8 * size as u32;
    let signed = code.is_ascii_lowercase();
    let (low, high) = match (code, signed) {
        (b'P', _) => (-(BigInt::from(1) << (bits - 1)), (BigInt::from(1) << bits) - 1),
        (_, true) => (-(BigInt::from(1) << (bits - 1)), (BigInt::from(1) << (bits - 1)) - 1),
        (_, false) => (BigInt::from(0), (BigInt::from(1) << bits) - 1),
    };
    if n < low || n > high {
        let code = char::from(code);
        return Err(Refused::Text(match code {
            'P' => "int too large to convert".to_owned(),
            _ => format!("'{code}' format requires {low} <= number <= {high}"),
        }));
    }
    let whole = if n.sign() == Sign::Minus { n + (BigInt::from(1) << bits) } else { n };
    Ok(whole.to_u64().unwrap_or(0).to_le_bytes()[..size].to_vec())
}

fn real(vm: &Vm, value: Value) -> Result<f64, Refused> {
    if let Some(x) = vm.as_float(value) {
        return Ok(x);
    }
    let Some(n) = vm.as_big(value) else { return Err(Refused::Python) };
    match n.to_f64() {
        Some(x) if x.is_finite() => Ok(x),
        _ => Err(Refused::Text("required argument is not a float".to_owned())),
    }
}

/// A float of `size` bytes, lowest byte first. Natively a number beyond `float` becomes infinite.
fn float(code: u8, x: f64, native: bool) -> Result<Vec<u8>, Refused> {
    Ok(match code {
        b'd' | b'D' => x.to_le_bytes().to_vec(),
        b'f' | b'F' => {
            let short = x as f32;
            if short.is_infinite() && x.is_finite() && !native {
                return Err(Refused::TooLarge('f'));
            }
            short.to_le_bytes().to_vec()
        }
        _ => half(x).ok_or(Refused::TooLarge('e'))?.to_le_bytes().to_vec(),
    })
}

/// IEEE 754 binary16, rounded half to even; `None` if the number is beyond it.
fn half(x: f64) -> Option<u16> {
    let sign = if x.is_sign_negative() { 0x8000 } else { 0 };
    let size = x.abs();
    if x.is_nan() {
        return Some(sign | 0x7e00);
    }
    if size.is_infinite() {
        return Some(sign | 0x7c00);
    }
    // The distance between neighbours: 2^-24 below 2^-14, then ten bits under the leading one.
    let exponent = if size < f64::powi(2.0, -14) { -14 } else { (size.to_bits() >> 52) as i32 - 1023 };
    let steps = (size / f64::powi(2.0, exponent - 10)).round_ties_even() as u32;
    let bits = ((exponent + 14) as u32) * 1024 + steps;
    u16::try_from(bits).ok().filter(|bits| *bits < 0x7c00).map(|bits| sign | bits)
}

fn from_half(bits: u16) -> f64 {
    let (exponent, fraction) = (i32::from(bits >> 10 & 31), f64::from(bits & 1023));
    let size = match exponent {
        0 => fraction * f64::powi(2.0, -24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + fraction) * f64::powi(2.0, exponent - 25),
    };
    if bits & 0x8000 == 0 { size } else { -size }
}

fn field_bytes(vm: &Vm, field: &Field, value: Value, native: bool) -> Result<Vec<u8>, Refused> {
    match field.code {
        b'?' => vm.truth(value).map(|truth| vec![u8::from(truth)]).map_err(|_| Refused::Python),
        b'c' => match vm.data(value) {
            Some(Data::Bytes(bytes)) if bytes.len() == 1 => Ok(bytes.to_vec()),
            _ => Err(Refused::Text("char format requires a bytes object of length 1".to_owned())),
        },
        b's' | b'p' => {
            let Some(text) = vm.byte_slice(value) else {
                let code = char::from(field.code);
                return Err(Refused::Text(format!("argument for '{code}' must be a bytes object")));
            };
            let head = usize::from(field.code == b'p').min(field.size);
            let taken = &text[..text.len().min(field.size - head)];
            let mut bytes = vec![taken.len().min(255) as u8; head];
            bytes.extend_from_slice(taken);
            bytes.resize(field.size, 0);
            Ok(bytes)
        }
        b'e' | b'f' | b'd' => float(field.code, real(vm, value)?, native),
        b'F' | b'D' => {
            let (re, im) = match vm.data(value) {
                Some(Data::Complex(re, im)) => (*re, *im),
                _ => (real(vm, value)?, 0.0),
            };
            Ok([float(field.code, re, native)?, float(field.code, im, native)?].concat())
        }
        code => integer(vm, code, field.size, value),
    }
}

/// Turns the bytes of each number round.
fn reverse(code: u8, bytes: &mut [u8]) {
    match code {
        b's' | b'p' => {}
        b'F' | b'D' => bytes.chunks_mut(bytes.len() / 2).for_each(<[u8]>::reverse),
        _ => bytes.reverse(),
    }
}

/// `_pack(format, values)`: the bytes, a text if a value does not fit, or `None`.
fn pack(vm: &mut Vm, args: Args) -> Res {
    let format = match format_of(vm, args.get(0))? {
        Ok(format) => format,
        Err(problem) => return Ok(vm.str(problem)),
    };
    vm.check_bytes(format.size)?;
    let values = vm.items(args.get(1)).unwrap_or(&[]).to_vec();
    if values.len() != format.fields.len() {
        let (wanted, given) = (format.fields.len(), values.len());
        return Ok(vm.str(format!("pack expected {wanted} items for packing (got {given})")));
    }
    let mut out = vec![0; format.size];
    for (field, value) in format.fields.iter().zip(values) {
        match field_bytes(vm, field, value, format.native) {
            Ok(mut bytes) => {
                if format.big {
                    reverse(field.code, &mut bytes);
                }
                out[field.at..field.at + bytes.len()].copy_from_slice(&bytes);
            }
            Err(Refused::Python) => return Ok(Value::None),
            Err(Refused::Text(text)) => return Ok(vm.str(text)),
            Err(Refused::TooLarge(code)) => {
                return Err(
                    vm.raise(ty::OVERFLOW_ERROR, format!("float too large to pack with {code} format"))
                );
            }
        }
    }
    Ok(vm.bytes(&out))
}

fn number(bytes: &[u8], signed: bool) -> BigInt {
    let mut whole = [0u8; 8];
    whole[..bytes.len()].copy_from_slice(bytes);
    let n = u64::from_le_bytes(whole);
    if !signed {
        return BigInt::from(n);
    }
    let unused = 64 - 8 * bytes.len();
    BigInt::from(((n << unused) as i64) >> unused)
}

fn real_of(bytes: &[u8]) -> f64 {
    match *bytes {
        [a, b] => from_half(u16::from_le_bytes([a, b])),
        [a, b, c, d] => f64::from(f32::from_le_bytes([a, b, c, d])),
        [a, b, c, d, e, f, g, h] => f64::from_le_bytes([a, b, c, d, e, f, g, h]),
        _ => panic!("internal error: no float has {} bytes", bytes.len()),
    }
}

fn value_of(vm: &mut Vm, code: u8, bytes: &[u8]) -> Value {
    match code {
        b'?' => Value::Bool(bytes[0] != 0),
        b'c' | b's' => vm.bytes(bytes),
        b'p' => {
            let length = bytes.first().map_or(0, |n| usize::from(*n).min(bytes.len() - 1));
            let text = bytes.get(1..1 + length).unwrap_or(&[]).to_vec();
            vm.bytes(&text)
        }
        b'e' | b'f' | b'd' => Value::Float(real_of(bytes)),
        b'F' | b'D' => {
            let (re, im) = bytes.split_at(bytes.len() / 2);
            vm.alloc(ty::COMPLEX, Data::Complex(real_of(re), real_of(im)))
        }
        _ => vm.int(number(bytes, code.is_ascii_lowercase())),
    }
}

/// `_unpack(format, buffer, start)`: the values as a tuple; the buffer is long enough.
fn unpack(vm: &mut Vm, args: Args) -> Res {
    let format = match format_of(vm, args.get(0))? {
        Ok(format) => format,
        Err(problem) => return Ok(vm.str(problem)),
    };
    vm.check_items(format.fields.len())?;
    let start = vm.as_i64(args.get(2)).unwrap_or(0).max(0) as usize;
    let Some(content) = vm.byte_slice(args.get(1)).and_then(|all| all.get(start..start + format.size)) else {
        return Err(vm.value_error("buffer is too short"));
    };
    let content = content.to_vec();
    let mut values = Vec::with_capacity(format.fields.len());
    for field in &format.fields {
        let mut bytes = content[field.at..field.at + field.size].to_vec();
        if format.big {
            reverse(field.code, &mut bytes);
        }
        let value = value_of(vm, field.code, &bytes);
        values.push(value);
    }
    Ok(vm.tuple(values))
}
