//! Searching in `str`: `find`, `index`, `count`, `startswith`, `partition`, `replace`, …

use super::super::super::Vm;
use super::super::super::native::{Args, NONE, Res, Tables};
use super::super::super::object::Data;
use super::super::super::value::{PyStr, Value};
use super::{byte_at, char_at, text_arg, text_of};
use crate::natives;

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "str.find" => |vm, args| find(vm, args, "find", false),
        "str.rfind" => |vm, args| find(vm, args, "rfind", true),
        "str.index" => |vm, args| index(vm, args, "index", false),
        "str.rindex" => |vm, args| index(vm, args, "rindex", true),
        "str.count" => count,
        "str.startswith" => |vm, args| affix(vm, args, "startswith", |text, part| text.starts_with(part)),
        "str.endswith" => |vm, args| affix(vm, args, "endswith", |text, part| text.ends_with(part)),
        "str.partition" => |vm, args| partition(vm, args, "partition", false),
        "str.rpartition" => |vm, args| partition(vm, args, "rpartition", true),
        "str.replace" => replace,
        "str.removeprefix" => |vm, args| remove(vm, args, "removeprefix", |text, part| text.strip_prefix(part)),
        "str.removesuffix" => |vm, args| remove(vm, args, "removesuffix", |text, part| text.strip_suffix(part)),
    ],
    ..NONE
};

/// The stretch between two optional places, in bytes; `None` if it begins beyond the end or ends before it begins.
fn stretch(vm: &mut Vm, text: &PyStr, start: Value, end: Value) -> Res<Option<(usize, usize)>> {
    let len = text.char_len();
    let start = vm.clip_index(start, 0, len)?;
    let end = vm.clip_index(end, len, len)?.min(len);
    if start > end {
        return Ok(None);
    }
    Ok(Some((byte_at(text, start), byte_at(text, end))))
}

/// The place in characters, if it is found.
fn place(vm: &mut Vm, args: Args, name: &str, backwards: bool) -> Res<Option<usize>> {
    let text = text_of(vm, &args, name)?;
    vm.arity(name, &args, 1, 1, 3)?;
    let part = text_arg(vm, args.get(1), name, 1)?;
    let Some((start, end)) = stretch(vm, &text, args.get(2), args.get(3))? else { return Ok(None) };
    let body = &text[start..end];
    let at = if backwards { body.rfind(part.as_str()) } else { body.find(part.as_str()) };
    Ok(at.map(|at| char_at(&text, start + at)))
}

fn find(vm: &mut Vm, args: Args, name: &str, backwards: bool) -> Res {
    Ok(Value::Int(place(vm, args, name, backwards)?.map_or(-1, |at| at as i64)))
}

fn index(vm: &mut Vm, args: Args, name: &str, backwards: bool) -> Res {
    match place(vm, args, name, backwards)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(vm.value_error("substring not found")),
    }
}

fn count(vm: &mut Vm, args: Args) -> Res {
    let text = text_of(vm, &args, "count")?;
    vm.arity("count", &args, 1, 1, 3)?;
    let part = text_arg(vm, args.get(1), "count", 1)?;
    let Some((start, end)) = stretch(vm, &text, args.get(2), args.get(3))? else { return Ok(Value::Int(0)) };
    let body = &text[start..end];
    let n = if part.is_empty() { body.chars().count() + 1 } else { body.matches(part.as_str()).count() };
    Ok(Value::Int(n as i64))
}

fn affix(vm: &mut Vm, args: Args, name: &str, test: fn(&str, &str) -> bool) -> Res {
    let text = text_of(vm, &args, name)?;
    vm.arity(name, &args, 1, 1, 3)?;
    let wanted = args.get(1);
    let candidates = match vm.data(wanted) {
        Some(Data::Tuple(items)) => items.to_vec(),
        Some(Data::Str(_)) => vec![wanted],
        _ => {
            let given = vm.class_name(wanted);
            return Err(vm.type_error(format!("{name} first arg must be str or a tuple of str, not {given}")));
        }
    };
    let stretch = stretch(vm, &text, args.get(2), args.get(3))?;
    for candidate in candidates {
        let Some(part) = vm.as_str(candidate) else {
            let given = vm.class_name(candidate);
            return Err(vm.type_error(format!("tuple for {name} must only contain str, not {given}")));
        };
        if stretch.is_some_and(|(start, end)| test(&text[start..end], &part)) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn partition(vm: &mut Vm, args: Args, name: &str, backwards: bool) -> Res {
    let text = text_of(vm, &args, name)?;
    let (_, separator) = vm.one_arg(&format!("str.{name}"), &args)?;
    let Some(mark) = vm.as_str(separator) else {
        let given = vm.class_name(separator);
        return Err(vm.type_error(format!("must be str, not {given}")));
    };
    if mark.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let found = if backwards { text.rsplit_once(mark.as_str()) } else { text.split_once(mark.as_str()) };
    let parts = match found {
        Some((before, after)) => [before, mark.as_str(), after],
        None if backwards => ["", "", text.as_str()],
        None => [text.as_str(), "", ""],
    };
    let parts = parts.map(|part| vm.str(part));
    Ok(vm.tuple(parts))
}

fn replace(vm: &mut Vm, args: Args) -> Res {
    let text = text_of(vm, &args, "replace")?;
    let [old, new, count] = vm.params("replace", &args, 1, ["old", "new", "count"], 2, 2)?;
    let old = text_arg(vm, old, "replace", 1)?;
    let new = text_arg(vm, new, "replace", 2)?;
    let count = if count.is_null() { -1 } else { vm.as_index(count)? };
    let most = usize::try_from(count).unwrap_or(usize::MAX);
    let found =
        if old.is_empty() { text.char_len() + 1 } else { text.matches(old.as_str()).count() }.min(most);
    if found == 0 {
        return Ok(vm.str(text));
    }
    vm.check_bytes(text.len().saturating_add(new.len().saturating_mul(found)))?;
    Ok(vm.str(text.replacen(old.as_str(), &new, most)))
}

fn remove(vm: &mut Vm, args: Args, name: &str, strip: for<'a> fn(&'a str, &str) -> Option<&'a str>) -> Res {
    let text = text_of(vm, &args, name)?;
    let (_, part) = vm.one_arg(&format!("str.{name}"), &args)?;
    let part = text_arg(vm, part, name, 0)?;
    Ok(match strip(&text, &part) {
        Some(rest) => vm.str(rest),
        None => vm.str(text),
    })
}
