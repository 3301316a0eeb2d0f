//! New bytes out of old: `replace`, `join`, `strip`, `upper`, `center`, `translate`, and tests of their classes.

use super::super::super::Vm;
use super::super::super::native::{Args, Fail, NONE, Res, Tables};
use super::super::super::ops::Dunder;
use super::super::super::value::Value;
use super::search::{is_space, matches};
use super::{bytes_arg, made_like, me};
use crate::natives;

macro_rules! both {
    ($($short:literal $bytes:literal $array:literal => $call:expr;)*) => {
        natives![$($bytes => $call, $array => $call),*]
    };
}

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: both![
        "upper" "bytes.upper" "bytearray.upper" => |vm, args| mapped(vm, args, "upper", <[u8]>::to_ascii_uppercase);
        "lower" "bytes.lower" "bytearray.lower" => |vm, args| mapped(vm, args, "lower", <[u8]>::to_ascii_lowercase);
        "title" "bytes.title" "bytearray.title" => |vm, args| mapped(vm, args, "title", title);
        "capitalize" "bytes.capitalize" "bytearray.capitalize" => |vm, args| mapped(vm, args, "capitalize", capitalize);
        "swapcase" "bytes.swapcase" "bytearray.swapcase" => |vm, args| mapped(vm, args, "swapcase", swapcase);
        "isalpha" "bytes.isalpha" "bytearray.isalpha" => |vm, args| all(vm, args, "isalpha", u8::is_ascii_alphabetic);
        "isalnum" "bytes.isalnum" "bytearray.isalnum" => |vm, args| all(vm, args, "isalnum", u8::is_ascii_alphanumeric);
        "isdigit" "bytes.isdigit" "bytearray.isdigit" => |vm, args| all(vm, args, "isdigit", u8::is_ascii_digit);
        "isspace" "bytes.isspace" "bytearray.isspace" => |vm, args| all(vm, args, "isspace", |byte| is_space(*byte));
        "isascii" "bytes.isascii" "bytearray.isascii" => |vm, args| {
            let (_, bytes) = me(vm, &args, "isascii")?;
            vm.no_args("bytes.isascii", &args)?;
            Ok(Value::Bool(bytes.is_ascii()))
        };
        "islower" "bytes.islower" "bytearray.islower" => |vm, args| {
            let (_, bytes) = me(vm, &args, "islower")?;
            vm.no_args("bytes.islower", &args)?;
            Ok(Value::Bool(bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)))
        };
        "isupper" "bytes.isupper" "bytearray.isupper" => |vm, args| {
            let (_, bytes) = me(vm, &args, "isupper")?;
            vm.no_args("bytes.isupper", &args)?;
            Ok(Value::Bool(bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)))
        };
        "istitle" "bytes.istitle" "bytearray.istitle" => |vm, args| {
            let (_, bytes) = me(vm, &args, "istitle")?;
            vm.no_args("bytes.istitle", &args)?;
            Ok(Value::Bool(bytes.iter().any(u8::is_ascii_alphabetic) && title(&bytes) == bytes))
        };
        "expandtabs" "bytes.expandtabs" "bytearray.expandtabs" => expandtabs;
        "replace" "bytes.replace" "bytearray.replace" => replace;
        "join" "bytes.join" "bytearray.join" => join;
        "strip" "bytes.strip" "bytearray.strip" => |vm, args| strip(vm, args, "strip", true, true);
        "lstrip" "bytes.lstrip" "bytearray.lstrip" => |vm, args| strip(vm, args, "lstrip", true, false);
        "rstrip" "bytes.rstrip" "bytearray.rstrip" => |vm, args| strip(vm, args, "rstrip", false, true);
        "removeprefix" "bytes.removeprefix" "bytearray.removeprefix" => |vm, args| {
            remove(vm, args, "removeprefix", |bytes, part| bytes.strip_prefix(part))
        };
        "removesuffix" "bytes.removesuffix" "bytearray.removesuffix" => |vm, args| {
            remove(vm, args, "removesuffix", |bytes, part| bytes.strip_suffix(part))
        };
        "center" "bytes.center" "bytearray.center" => |vm, args| {
            pad(vm, args, "center", |pad, width| pad / 2 + (pad & width & 1))
        };
        "ljust" "bytes.ljust" "bytearray.ljust" => |vm, args| pad(vm, args, "ljust", |_, _| 0);
        "rjust" "bytes.rjust" "bytearray.rjust" => |vm, args| pad(vm, args, "rjust", |pad, _| pad);
        "zfill" "bytes.zfill" "bytearray.zfill" => zfill;
        "translate" "bytes.translate" "bytearray.translate" => translate;
    ],
    statics: natives![
        "bytes.maketrans" => maketrans,
        "bytearray.maketrans" => maketrans,
    ],
    ..NONE
};

fn mapped(vm: &mut Vm, args: Args, name: &str, change: fn(&[u8]) -> Vec<u8>) -> Res {
    let (this, bytes) = me(vm, &args, name)?;
    vm.no_args(&format!("bytes.{name}"), &args)?;
    Ok(made_like(vm, this, change(&bytes)))
}

fn all(vm: &mut Vm, args: Args, name: &str, test: fn(&u8) -> bool) -> Res {
    let (_, bytes) = me(vm, &args, name)?;
    vm.no_args(&format!("bytes.{name}"), &args)?;
    Ok(Value::Bool(!bytes.is_empty() && bytes.iter().all(test)))
}

fn title(bytes: &[u8]) -> Vec<u8> {
    let mut inside = false;
    let change = |byte: &u8| {
        let new = if inside { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        inside = byte.is_ascii_alphabetic();
        new
    };
    bytes.iter().map(change).collect()
}

fn capitalize(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    out
}

fn swapcase(bytes: &[u8]) -> Vec<u8> {
    let swap = |byte: &u8| {
        if byte.is_ascii_lowercase() { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() }
    };
    bytes.iter().map(swap).collect()
}

fn expandtabs(vm: &mut Vm, args: Args) -> Res {
    let (this, bytes) = me(vm, &args, "expandtabs")?;
    let [size] = vm.params("expandtabs", &args, 1, ["tabsize"], 0, 0)?;
    let size = if size.is_null() { 8 } else { usize::try_from(vm.as_index(size)?).unwrap_or(0) };
    let tabs = bytes.iter().filter(|byte| **byte == b'\t').count();
    vm.check_bytes(bytes.len().saturating_add(tabs.saturating_mul(size)))?;
    let mut out = Vec::with_capacity(bytes.len());
    let mut column = 0;
    for byte in bytes {
        match byte {
            b'\t' if size == 0 => {}
            b'\t' => {
                let width = size - column % size;
                out.resize(out.len() + width, b' ');
                column += width;
            }
            _ => {
                out.push(byte);
                column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
            }
        }
    }
    Ok(made_like(vm, this, out))
}

fn replace(vm: &mut Vm, args: Args) -> Res {
    let (this, bytes) = me(vm, &args, "replace")?;
    vm.arity("replace", &args, 1, 2, 3)?;
    let (old, new) = (bytes_arg(vm, args.get(1))?, bytes_arg(vm, args.get(2))?);
    let count = if args.get(3).is_null() { -1 } else { vm.as_index(args.get(3))? };
    let mut places = matches(&bytes, &old);
    places.truncate(usize::try_from(count).unwrap_or(usize::MAX));
    vm.check_bytes(bytes.len().saturating_add(new.len().saturating_mul(places.len())))?;
    let mut out = Vec::new();
    let mut start = 0;
    for at in places {
        out.extend_from_slice(&bytes[start..at]);
        out.extend_from_slice(&new);
        start = at + old.len();
    }
    out.extend_from_slice(&bytes[start..]);
    Ok(made_like(vm, this, out))
}

fn join(vm: &mut Vm, args: Args) -> Res {
    let (this, bytes) = me(vm, &args, "join")?;
    let (_, source) = vm.one_arg("bytes.join", &args)?;
    if !vm.iterates_natively(source) {
        if vm.has_dunder(source, Dunder::Iter) || vm.has_dunder(source, Dunder::GetItem) {
            return Err(Fail::Python);
        }
        return Err(vm.type_error("can only join an iterable"));
    }
    let mut out = Vec::new();
    for (at, item) in vm.collect(source)?.into_iter().enumerate() {
        let Some(part) = vm.bytes_like(item) else {
            let given = vm.class_name(item);
            return Err(
                vm.type_error(format!("sequence item {at}: expected a bytes-like object, {given} found"))
            );
        };
        if at > 0 {
            out.extend_from_slice(&bytes);
        }
        out.extend_from_slice(&part);
        vm.check_bytes(out.len())?;
    }
    Ok(made_like(vm, this, out))
}

fn strip(vm: &mut Vm, args: Args, name: &str, start: bool, end: bool) -> Res {
    let (this, bytes) = me(vm, &args, name)?;
    vm.arity(name, &args, 1, 0, 1)?;
    let set = match args.get(1) {
        Value::Null | Value::None => None,
        v => Some(bytes_arg(vm, v)?),
    };
    let goes = |byte: &u8| set.as_ref().map_or_else(|| is_space(*byte), |set| set.contains(byte));
    let mut rest = &bytes[..];
    while let (true, Some((first, tail))) = (start, rest.split_first()) {
        if !goes(first) {
            break;
        }
        rest = tail;
    }
    while let (true, Some((last, head))) = (end, rest.split_last()) {
        if !goes(last) {
            break;
        }
        rest = head;
    }
    Ok(made_like(vm, this, rest.to_vec()))
}

fn remove(
    vm: &mut Vm,
    args: Args,
    name: &str,
    strip: for<'a> fn(&'a [u8], &[u8]) -> Option<&'a [u8]>,
) -> Res {
    let (this, bytes) = me(vm, &args, name)?;
    let (_, part) = vm.one_arg(&format!("bytes.{name}"), &args)?;
    let part = bytes_arg(vm, part)?;
    let rest = strip(&bytes, &part).unwrap_or(&bytes).to_vec();
    Ok(made_like(vm, this, rest))
}

fn pad(vm: &mut Vm, args: Args, name: &str, before: fn(usize, usize) -> usize) -> Res {
    let (this, bytes) = me(vm, &args, name)?;
    vm.arity(name, &args, 1, 1, 2)?;
    let width = usize::try_from(vm.as_index(args.get(1))?).unwrap_or(0);
    let fill = match args.get(2) {
        Value::Null => b' ',
        fill => match vm.byte_slice(fill) {
            Some([byte]) => *byte,
            _ => {
                let given = vm.class_name(fill);
                let message = format!("{name}() argument 2 must be a byte string of length 1, not {given}");
                return Err(vm.type_error(message));
            }
        },
    };
    let missing = width.saturating_sub(bytes.len());
    vm.check_bytes(width)?;
    let left = if missing == 0 { 0 } else { before(missing, width) };
    let mut out = vec![fill; left];
    out.extend_from_slice(&bytes);
    out.resize(bytes.len() + missing, fill);
    Ok(made_like(vm, this, out))
}

fn zfill(vm: &mut Vm, args: Args) -> Res {
    let (this, bytes) = me(vm, &args, "zfill")?;
    let (_, width) = vm.one_arg("bytes.zfill", &args)?;
    let width = usize::try_from(vm.as_index(width)?).unwrap_or(0);
    vm.check_bytes(width)?;
    let missing = width.saturating_sub(bytes.len());
    let signed = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let mut out = bytes[..signed].to_vec();
    out.resize(signed + missing, b'0');
    out.extend_from_slice(&bytes[signed..]);
    Ok(made_like(vm, this, out))
}

fn translate(vm: &mut Vm, args: Args) -> Res {
    let (this, bytes) = me(vm, &args, "translate")?;
    let [table, gone] = vm.params("translate", &args, 1, ["table", "delete"], 1, 1)?;
    let gone = if gone.is_null() { Vec::new() } else { bytes_arg(vm, gone)? };
    let table = if table.is_none() { (0..=255).collect() } else { bytes_arg(vm, table)? };
    if table.len() != 256 {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let kept = bytes.iter().filter(|byte| !gone.contains(byte));
    let out = kept.map(|byte| table[usize::from(*byte)]).collect();
    Ok(made_like(vm, this, out))
}

fn maketrans(vm: &mut Vm, args: Args) -> Res {
    vm.arity("maketrans", &args, 0, 2, 2)?;
    let (from, to) = (bytes_arg(vm, args.pos[0])?, bytes_arg(vm, args.pos[1])?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (old, new) in from.iter().zip(&to) {
        table[usize::from(*old)] = *new;
    }
    Ok(vm.bytes(&table))
}
