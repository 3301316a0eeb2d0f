//! `binascii`: base64 and check sums (Modules/binascii.c); the other codes are hidden Python.

use super::add_functions;
use crate::natives;
use crate::vm::Vm;
use crate::vm::native::{Args, NativeDef, Res};
use crate::vm::value::{Id, Value};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Its functions.
pub const FUNCTIONS: &[NativeDef] = natives![
    "binascii._b64encode" => |vm, args| {
        let data = vm.byte_slice(args.get(0)).unwrap_or(&[]);
        let text = STANDARD.encode(data);
        vm.check_bytes(text.len())?;
        Ok(vm.bytes(text.as_bytes()))
    },
    "binascii._b64decode" => b64decode,
    "binascii._crc32" => |vm, args| {
        let mut hasher = crc32fast::Hasher::new_with_initial(start(vm, args));
        hasher.update(vm.byte_slice(args.get(0)).unwrap_or(&[]));
        Ok(Value::Int(i64::from(hasher.finalize())))
    },
    "binascii._crc_hqx" => |vm, args| {
        let data = vm.byte_slice(args.get(0)).unwrap_or(&[]);
        let crc = data.iter().fold(start(vm, args) as u16, |crc, byte| crc16(crc ^ u16::from(*byte) << 8));
        Ok(Value::Int(i64::from(crc)))
    },
];

/// Fills the module.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    add_functions(vm, dict, FUNCTIONS);
    Ok(())
}

/// The sum to go on from: the second argument, which the hidden Python has cut to 32 bits.
fn start(vm: &Vm, args: Args) -> u32 {
    vm.as_i64(args.get(1)).and_then(|n| u32::try_from(n).ok()).unwrap_or(0)
}

/// One byte of CRC-CCITT, which has been put into the upper half.
fn crc16(crc: u16) -> u16 {
    (0..8).fold(crc, |crc, _| if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 })
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

/// CPython's decoder. Unless it is strict it skips what is no digit and stops at the padding, as no library does.
fn decode(data: &[u8], strict: bool) -> Result<Vec<u8>, String> {
    let problem = |text: &str| Err(text.to_owned());
    let mut out = Vec::with_capacity(data.len() / 4 * 3);
    let (mut place, mut left, mut pads, mut padded) = (0, 0u8, 0, false);
    if strict && data.first() == Some(&b'=') {
        return problem("Leading padding not allowed");
    }
    for (at, byte) in data.iter().enumerate() {
        if *byte == b'=' {
            padded = true;
            if strict && place == 0 {
                return problem("Excess padding not allowed");
            }
            if place >= 2 {
                pads += 1;
                if place + pads >= 4 {
                    return if strict && at + 1 < data.len() {
                        problem("Excess data after padding")
                    } else {
                        Ok(out)
                    };
                }
            }
            continue;
        }
        let Some(bits) = digit(*byte) else {
            if strict {
                return problem("Only base64 data is allowed");
            }
            continue;
        };
        if strict && padded {
            return problem("Discontinuous padding not allowed");
        }
        pads = 0;
        match place {
            0 => {}
            1 => out.push(left << 2 | bits >> 4),
            2 => out.push(left << 4 | bits >> 2),
            _ => out.push(left << 6 | bits),
        }
        (place, left) = ((place + 1) % 4, bits);
    }
    match place {
        0 => Ok(out),
        1 => Err(format!(
            "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a multiple of 4",
            out.len() / 3 * 4 + 1
        )),
        _ => problem("Incorrect padding"),
    }
}

/// `_b64decode(data, strict)`: the bytes, or a text that says what is wrong.
fn b64decode(vm: &mut Vm, args: Args) -> Res {
    let strict = args.get(1) == Value::Bool(true);
    match decode(vm.byte_slice(args.get(0)).unwrap_or(&[]), strict) {
        Ok(bytes) => Ok(vm.bytes(&bytes)),
        Err(problem) => Ok(vm.str(problem)),
    }
}
