//! `zlib`: deflate and inflate over miniz_oxide. The stream objects are hidden Python, which keeps what it was fed.
//!
//! What is compressed here is as small as zlib makes it, but not always the same bytes.

use super::add_functions;
use crate::natives;
use crate::vm::Vm;
use crate::vm::native::{Args, NativeDef, Res};
use crate::vm::value::{Id, Value};
use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

/// Its functions.
pub const FUNCTIONS: &[NativeDef] = natives![
    "zlib._deflate" => deflate,
    "zlib._inflate" => inflate,
    "zlib._adler32" => |vm, args| {
        let start = vm.as_i64(args.get(1)).and_then(|n| u32::try_from(n).ok()).unwrap_or(1);
        let mut sum = adler2::Adler32::from_checksum(start);
        sum.write_slice(vm.byte_slice(args.get(0)).unwrap_or(&[]));
        Ok(Value::Int(i64::from(sum.checksum())))
    },
];

/// Fills the module.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    add_functions(vm, dict, FUNCTIONS);
    Ok(())
}

fn number(vm: &Vm, value: Value) -> i32 {
    vm.as_i64(value).and_then(|n| i32::try_from(n).ok()).unwrap_or(0)
}

fn write(compressor: &mut CompressorOxide, mut input: &[u8], out: &mut Vec<u8>, flush: TDEFLFlush) {
    let mut at = out.len();
    loop {
        out.resize(at + input.len() / 2 + 64, 0);
        let (status, taken, given) = compress(compressor, input, &mut out[at..], flush);
        at += given;
        input = &input[taken..];
        let full = at == out.len();
        if status != TDEFLStatus::Okay || (input.is_empty() && !full) {
            out.truncate(at);
            return;
        }
    }
}

/// `_deflate(pieces, level, window_bits, strategy, finish)`: all the output; each piece but the last ends in a flush.
fn deflate(vm: &mut Vm, args: Args) -> Res {
    let [level, bits, strategy] = [1, 2, 3].map(|at| number(vm, args.get(at)));
    let finish = args.get(4) == Value::Bool(true);
    let pieces: Vec<Vec<u8>> = vm
        .items(args.get(0))
        .unwrap_or(&[])
        .to_vec()
        .into_iter()
        .map(|piece| vm.byte_slice(piece).unwrap_or(&[]).to_vec())
        .collect();
    let mut compressor =
        Box::new(CompressorOxide::new(create_comp_flags_from_zip_params(level, bits, strategy)));
    let mut out = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let last = finish && at + 1 == pieces.len();
        write(&mut compressor, piece, &mut out, if last { TDEFLFlush::Finish } else { TDEFLFlush::Sync });
    }
    vm.check_bytes(out.len())?;
    Ok(vm.bytes(&out))
}

/// `_inflate(data, has_header, length_max)`: the output, how much of the data was used, and whether the stream has
/// ended; or a text that says what is wrong. An output beyond the greatest object is a `MemoryError`.
fn inflate(vm: &mut Vm, args: Args) -> Res {
    let data = vm.byte_slice(args.get(0)).unwrap_or(&[]).to_vec();
    let header = args.get(1) == Value::Bool(true);
    let limit = vm.as_i64(args.get(2)).and_then(|n| usize::try_from(n).ok());
    let mut flags =
        inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF | inflate_flags::TINFL_FLAG_HAS_MORE_INPUT;
    if header {
        flags |= inflate_flags::TINFL_FLAG_PARSE_ZLIB_HEADER;
    }
    let mut state = Box::<DecompressorOxide>::default();
    let most = limit.unwrap_or(usize::MAX);
    let mut out = vec![0; (data.len() * 2).clamp(64, 1 << 16).min(most)];
    let (mut read, mut written) = (0, 0);
    loop {
        let (status, taken, given) = decompress(&mut state, &data[read..], &mut out, written, flags);
        (read, written) = (read + taken, written + given);
        let problem = match status {
            TINFLStatus::Done | TINFLStatus::NeedsMoreInput => {
                break finish(vm, &out[..written], read, status);
            }
            TINFLStatus::HasMoreOutput if out.len() >= most => {
                break finish(vm, &out[..written], read, status);
            }
            TINFLStatus::HasMoreOutput => {
                let longer = (out.len() * 2).max(64).min(most);
                vm.check_bytes(longer / 2)?;
                out.resize(longer, 0);
                continue;
            }
            TINFLStatus::Adler32Mismatch => "incorrect data check",
            _ => reason(data.get(if header { 2 } else { 0 }).copied().unwrap_or(0)),
        };
        break Ok(vm.str(problem));
    }
}

fn finish(vm: &mut Vm, out: &[u8], read: usize, status: TINFLStatus) -> Res {
    vm.check_bytes(out.len())?;
    let bytes = vm.bytes(out);
    Ok(vm.tuple([bytes, Value::Int(read as i64), Value::Bool(status == TINFLStatus::Done)]))
}

/// What zlib most likely says: the library does not, so it is guessed from the kind of the first block.
fn reason(first: u8) -> &'static str {
    match first >> 1 & 3 {
        0 => "invalid stored block lengths",
        1 => "invalid distance too far back",
        2 => "invalid code lengths set",
        _ => "invalid block type",
    }
}
