//! Searching and splitting bytes: `find`, `count`, `split`, `startswith`, `partition`, …

use super::super::super::Vm;
use super::super::super::native::{Args, NONE, Res, Tables};
use super::super::super::object::Data;
use super::super::super::value::Value;
use super::{bytes_arg, made_like, me};
use crate::natives;
use memchr::memmem;

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "bytes.find" => |vm, args| place(vm, args, "find", false),
        "bytearray.find" => |vm, args| place(vm, args, "find", false),
        "bytes.rfind" => |vm, args| place(vm, args, "rfind", true),
        "bytearray.rfind" => |vm, args| place(vm, args, "rfind", true),
        "bytes.index" => |vm, args| index(vm, args, "index", false),
        "bytearray.index" => |vm, args| index(vm, args, "index", false),
        "bytes.rindex" => |vm, args| index(vm, args, "rindex", true),
        "bytearray.rindex" => |vm, args| index(vm, args, "rindex", true),
        "bytes.count" => count,
        "bytearray.count" => count,
        "bytes.startswith" => |vm, args| affix(vm, args, "startswith", <[u8]>::starts_with),
        "bytearray.startswith" => |vm, args| affix(vm, args, "startswith", <[u8]>::starts_with),
        "bytes.endswith" => |vm, args| affix(vm, args, "endswith", <[u8]>::ends_with),
        "bytearray.endswith" => |vm, args| affix(vm, args, "endswith", <[u8]>::ends_with),
        "bytes.partition" => |vm, args| partition(vm, args, "partition", false),
        "bytearray.partition" => |vm, args| partition(vm, args, "partition", false),
        "bytes.rpartition" => |vm, args| partition(vm, args, "rpartition", true),
        "bytearray.rpartition" => |vm, args| partition(vm, args, "rpartition", true),
        "bytes.split" => |vm, args| split(vm, args, "split", false),
        "bytearray.split" => |vm, args| split(vm, args, "split", false),
        "bytes.rsplit" => |vm, args| split(vm, args, "rsplit", true),
        "bytearray.rsplit" => |vm, args| split(vm, args, "rsplit", true),
        "bytes.splitlines" => splitlines,
        "bytearray.splitlines" => splitlines,
    ],
    ..NONE
};

/// The first place of `part` in `bytes`.
pub fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    memmem::find(bytes, part)
}

fn rfind(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(bytes.len());
    }
    memmem::rfind(bytes, part)
}

/// The places of `part` that do not overlap, from the left.
pub fn matches(bytes: &[u8], part: &[u8]) -> Vec<usize> {
    memmem::find_iter(bytes, part).collect()
}

/// What is searched for: bytes, or one byte as a number.
fn wanted(vm: &mut Vm, v: Value) -> Res<Vec<u8>> {
    if let Some(bytes) = vm.bytes_like(v) {
        return Ok(bytes);
    }
    if vm.as_big(v).is_some() {
        return Ok(vec![super::byte_of(vm, v, "byte")?]);
    }
    let name = vm.class_name(v);
    Err(vm.type_error(format!("argument should be integer or bytes-like object, not '{name}'")))
}

fn stretch(vm: &mut Vm, bytes: &[u8], start: Value, end: Value) -> Res<Option<(usize, usize)>> {
    let len = bytes.len();
    let start = vm.clip_index(start, 0, len)?;
    let end = vm.clip_index(end, len, len)?.min(len);
    Ok((start <= end).then_some((start, end)))
}

fn found(vm: &mut Vm, args: Args, name: &str, backwards: bool) -> Res<Option<usize>> {
    let (_, bytes) = me(vm, &args, name)?;
    vm.arity(name, &args, 1, 1, 3)?;
    let part = wanted(vm, args.get(1))?;
    let Some((start, end)) = stretch(vm, &bytes, args.get(2), args.get(3))? else { return Ok(None) };
    let body = &bytes[start..end];
    Ok(if backwards { rfind(body, &part) } else { find(body, &part) }.map(|at| start + at))
}

fn place(vm: &mut Vm, args: Args, name: &str, backwards: bool) -> Res {
    Ok(Value::Int(found(vm, args, name, backwards)?.map_or(-1, |at| at as i64)))
}

fn index(vm: &mut Vm, args: Args, name: &str, backwards: bool) -> Res {
    match found(vm, args, name, backwards)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(vm.value_error("subsection not found")),
    }
}

fn count(vm: &mut Vm, args: Args) -> Res {
    let (_, bytes) = me(vm, &args, "count")?;
    vm.arity("count", &args, 1, 1, 3)?;
    let part = wanted(vm, args.get(1))?;
    let Some((start, end)) = stretch(vm, &bytes, args.get(2), args.get(3))? else { return Ok(Value::Int(0)) };
    Ok(Value::Int(matches(&bytes[start..end], &part).len() as i64))
}

fn affix(vm: &mut Vm, args: Args, name: &str, test: fn(&[u8], &[u8]) -> bool) -> Res {
    let (_, bytes) = me(vm, &args, name)?;
    vm.arity(name, &args, 1, 1, 3)?;
    let candidates = match vm.data(args.get(1)) {
        Some(Data::Tuple(items)) => items.to_vec(),
        Some(Data::Bytes(_) | Data::ByteArray(_)) => vec![args.get(1)],
        _ => {
            let given = vm.class_name(args.get(1));
            return Err(
                vm.type_error(format!("{name} first arg must be bytes or a tuple of bytes, not {given}"))
            );
        }
    };
    let stretch = stretch(vm, &bytes, args.get(2), args.get(3))?;
    for candidate in candidates {
        let part = bytes_arg(vm, candidate)?;
        if stretch.is_some_and(|(start, end)| test(&bytes[start..end], &part)) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn partition(vm: &mut Vm, args: Args, name: &str, backwards: bool) -> Res {
    let (this, bytes) = me(vm, &args, name)?;
    let (_, mark) = vm.one_arg(&format!("bytes.{name}"), &args)?;
    let mark = bytes_arg(vm, mark)?;
    if mark.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let at = if backwards { rfind(&bytes, &mark) } else { find(&bytes, &mark) };
    let parts = match at {
        Some(at) => [bytes[..at].to_vec(), mark.clone(), bytes[at + mark.len()..].to_vec()],
        None if backwards => [vec![], vec![], bytes],
        None => [bytes, vec![], vec![]],
    };
    let parts = parts.map(|part| made_like(vm, this, part));
    Ok(vm.tuple(parts))
}

fn split(vm: &mut Vm, args: Args, name: &str, backwards: bool) -> Res {
    let (this, bytes) = me(vm, &args, name)?;
    let [mark, most] = vm.params(name, &args, 1, ["sep", "maxsplit"], 0, 0)?;
    let most = if most.is_null() { -1 } else { vm.as_index(most)? };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let parts = if mark.is_null() || mark.is_none() {
        words(&bytes, most, backwards)
    } else {
        let mark = bytes_arg(vm, mark)?;
        if mark.is_empty() {
            return Err(vm.value_error("empty separator"));
        }
        let mut places = matches(&bytes, &mark);
        if backwards {
            let from = places.len().saturating_sub(most);
            places.drain(..from);
        } else {
            places.truncate(most);
        }
        let mut parts = Vec::new();
        let mut start = 0;
        for at in places {
            parts.push(bytes[start..at].to_vec());
            start = at + mark.len();
        }
        parts.push(bytes[start..].to_vec());
        parts
    };
    vm.check_items(parts.len())?;
    let parts: Vec<Value> = parts.into_iter().map(|part| made_like(vm, this, part)).collect();
    Ok(vm.list(parts))
}

/// True for the bytes that `bytes.split()` splits at.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)
}

fn words(bytes: &[u8], most: usize, backwards: bool) -> Vec<Vec<u8>> {
    let mut line: Vec<u8> = bytes.to_vec();
    if backwards {
        line.reverse();
    }
    let mut out: Vec<Vec<u8>> = Vec::new();
    let mut at = 0;
    loop {
        while at < line.len() && is_space(line[at]) {
            at += 1;
        }
        if at == line.len() {
            break;
        }
        let end = match (at..line.len()).find(|place| is_space(line[*place])) {
            Some(end) if out.len() < most => end,
            _ => line.len(),
        };
        out.push(line[at..end].to_vec());
        if out.len() > most {
            break;
        }
        at = end;
    }
    if backwards {
        out.iter_mut().for_each(|part| part.reverse());
        out.reverse();
    }
    out
}

fn splitlines(vm: &mut Vm, args: Args) -> Res {
    let (this, bytes) = me(vm, &args, "splitlines")?;
    let [keep] = vm.params("splitlines", &args, 1, ["keepends"], 0, 0)?;
    let keep = !keep.is_null() && vm.truth(keep)?;
    let mut lines = Vec::new();
    let mut rest = &bytes[..];
    while !rest.is_empty() {
        let Some(at) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            lines.push(made_like(vm, this, rest.to_vec()));
            break;
        };
        let after = if rest[at..].starts_with(b"\r\n") { at + 2 } else { at + 1 };
        lines.push(made_like(vm, this, rest[..if keep { after } else { at }].to_vec()));
        rest = &rest[after..];
    }
    Ok(vm.list(lines))
}
