//! `_sre`: one run of the engine. Patterns and matches around it are hidden Python.
//!
//! The compiled pattern is a bytes object of little-endian 32-bit codes. A run answers `None` or a tuple: start,
//! end, last group, then start and end of each group that took part, -1 where it did not.

use super::add_functions;
use crate::natives;
use crate::vm::Vm;
use crate::vm::native::{Args, NativeDef, Res};
use crate::vm::object::Data;
use crate::vm::value::{Id, Value};
use rustpython_sre_engine::{Request, State, StrDrive};

/// Its functions.
pub const FUNCTIONS: &[NativeDef] = natives![
    "_sre._pack" => pack,
    "_sre._run" => run,
    "_sre.unicode_iscased" => |vm, args| cased(vm, args, lower_unicode, upper_unicode),
    "_sre.ascii_iscased" => |vm, args| cased(vm, args, lower_ascii, upper_ascii),
    "_sre.unicode_tolower" => |vm, args| lowered(vm, args, lower_unicode),
    "_sre.ascii_tolower" => |vm, args| lowered(vm, args, lower_ascii),
];

/// Fills the module.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    add_functions(vm, dict, FUNCTIONS);
    Ok(())
}

fn lower_unicode(ch: u32) -> u32 {
    rustpython_sre_engine::string::lower_unicode(ch)
}

fn upper_unicode(ch: u32) -> u32 {
    rustpython_sre_engine::string::upper_unicode(ch)
}

fn lower_ascii(ch: u32) -> u32 {
    rustpython_sre_engine::string::lower_ascii(ch)
}

fn upper_ascii(ch: u32) -> u32 {
    u8::try_from(ch).map_or(ch, |x| u32::from(x.to_ascii_uppercase()))
}

fn code_point(vm: &mut Vm, args: Args) -> Res<u32> {
    let n = vm.as_index(args.get(0))?;
    Ok(u32::try_from(n).unwrap_or(0))
}

fn cased(vm: &mut Vm, args: Args, lower: fn(u32) -> u32, upper: fn(u32) -> u32) -> Res {
    let ch = code_point(vm, args)?;
    Ok(Value::Bool(ch != lower(ch) || ch != upper(ch)))
}

fn lowered(vm: &mut Vm, args: Args, lower: fn(u32) -> u32) -> Res {
    let ch = code_point(vm, args)?;
    Ok(Value::Int(i64::from(lower(ch))))
}

/// `_pack(codes)`.
fn pack(vm: &mut Vm, args: Args) -> Res {
    let mut bytes = Vec::new();
    for code in vm.collect(args.get(0))? {
        match vm.as_i64(code).and_then(|n| u32::try_from(n).ok()) {
            Some(code) => bytes.extend_from_slice(&code.to_le_bytes()),
            None => return Err(vm.overflow_error("regular expression code size limit exceeded")),
        }
    }
    Ok(vm.bytes(&bytes))
}

/// `_run(code, string, pos, endpos, mode, advance)`; mode 0 match, 1 fullmatch, 2 search.
fn run(vm: &mut Vm, args: Args) -> Res {
    let codes: Vec<u32> = match vm.data(args.get(0)) {
        Some(Data::Bytes(bytes)) => {
            bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)).collect()
        }
        _ => return Err(vm.type_error("expected compiled codes")),
    };
    let place = |at: usize| vm.as_i64(args.get(at)).map_or(0, |n| n.max(0) as usize);
    let (start, end, mode, advance) = (place(2), place(3), place(4), args.get(5) == Value::Bool(true));
    let found = match vm.data(args.get(1)) {
        // One byte a character: no need to decode.
        Some(Data::Str(text)) if text.is_ascii() => {
            attempt(text.as_str().as_bytes(), &codes, start, end, mode, advance)
        }
        Some(Data::Str(text)) => attempt(text.as_str(), &codes, start, end, mode, advance),
        Some(Data::Bytes(bytes)) => attempt(&bytes[..], &codes, start, end, mode, advance),
        Some(Data::ByteArray(bytes)) => attempt(&bytes[..], &codes, start, end, mode, advance),
        _ => return Err(vm.type_error("expected string or bytes-like object")),
    };
    match found {
        Some(places) => {
            let places: Vec<Value> = places.into_iter().map(Value::Int).collect();
            Ok(vm.tuple(places))
        }
        None => Ok(Value::None),
    }
}

fn attempt<S: StrDrive>(
    subject: S,
    codes: &[u32],
    start: usize,
    end: usize,
    mode: usize,
    advance: bool,
) -> Option<Vec<i64>> {
    let mut request = Request::new(subject, start, end, codes, mode == 1);
    request.must_advance = advance;
    let mut state = State::default();
    state.reset(&request, request.start);
    let found = if mode == 2 { state.search(request) } else { state.py_match(&request) };
    if !found {
        return None;
    }
    let mut places = vec![state.start as i64, state.cursor.position as i64, state.marks.last_index() as i64];
    for pair in state.marks.raw().chunks(2) {
        let both = pair.len() == 2 && pair.iter().all(|mark| mark.is_some());
        for at in 0..2 {
            places.push(if both { pair[at].unpack() as i64 } else { -1 });
        }
    }
    Some(places)
}
