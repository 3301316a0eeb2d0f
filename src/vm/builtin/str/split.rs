//! Taking `str` apart and together: `split`, `splitlines`, `join`, `strip`.

use super::super::super::Vm;
use super::super::super::native::{Args, Fail, NONE, Res, Tables};
use super::super::super::ops::Dunder;
use super::super::super::ty;
use super::super::super::value::Value;
use super::text_of;
use crate::natives;
use rustpython_unicode::classify::is_space;

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "str.split" => |vm, args| split(vm, args, "split", false),
        "str.rsplit" => |vm, args| split(vm, args, "rsplit", true),
        "str.splitlines" => splitlines,
        "str.join" => join,
        "str.strip" => |vm, args| strip(vm, args, "strip", true, true),
        "str.lstrip" => |vm, args| strip(vm, args, "lstrip", true, false),
        "str.rstrip" => |vm, args| strip(vm, args, "rstrip", false, true),
    ],
    ..NONE
};

fn split(vm: &mut Vm, args: Args, name: &str, backwards: bool) -> Res {
    let text = text_of(vm, &args, name)?;
    let [separator, most] = vm.params(name, &args, 1, ["sep", "maxsplit"], 0, 0)?;
    let most = if most.is_null() { -1 } else { vm.as_index(most)? };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let parts: Vec<&str> = if separator.is_null() || separator.is_none() {
        if backwards { words_backwards(&text, most) } else { words(&text, most) }
    } else {
        let Some(mark) = vm.as_str(separator) else {
            let given = vm.class_name(separator);
            return Err(vm.type_error(format!("must be str or None, not {given}")));
        };
        if mark.is_empty() {
            return Err(vm.value_error("empty separator"));
        }
        let pieces = most.saturating_add(1);
        if backwards {
            let mut parts: Vec<&str> = text.rsplitn(pieces, mark.as_str()).collect();
            parts.reverse();
            list_of(vm, parts)?
        } else {
            list_of(vm, text.splitn(pieces, mark.as_str()).collect())?
        }
    };
    let parts: Vec<Value> = parts.into_iter().map(|part| vm.str(part)).collect();
    Ok(vm.list(parts))
}

/// Passes the parts on unless they are too many for one list.
fn list_of<'a>(vm: &mut Vm, parts: Vec<&'a str>) -> Res<Vec<&'a str>> {
    vm.check_items(parts.len())?;
    Ok(parts)
}

/// Words between white space, at most `most` splits; what is left over keeps its inner white space.
fn words(text: &str, most: usize) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if out.len() == most {
            out.push(rest);
            break;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        out.push(&rest[..end]);
        rest = rest[end..].trim_start_matches(is_space);
    }
    out
}

fn words_backwards(text: &str, most: usize) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if out.len() == most {
            out.push(rest);
            break;
        }
        let start =
            rest.char_indices().rev().find(|(_, c)| is_space(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        out.push(&rest[start..]);
        rest = rest[..start].trim_end_matches(is_space);
    }
    out.reverse();
    out
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn splitlines(vm: &mut Vm, args: Args) -> Res {
    let text = text_of(vm, &args, "splitlines")?;
    let [keep] = vm.params("splitlines", &args, 1, ["keepends"], 0, 0)?;
    let keep = !keep.is_null() && vm.truth(keep)?;
    let mut lines = Vec::new();
    let mut rest: &str = &text;
    while !rest.is_empty() {
        let Some((at, c)) = rest.char_indices().find(|(_, c)| is_line_end(*c)) else {
            lines.push(vm.str(rest));
            break;
        };
        let after = if rest[at..].starts_with("\r\n") { at + 2 } else { at + c.len_utf8() };
        lines.push(vm.str(&rest[..if keep { after } else { at }]));
        rest = &rest[after..];
    }
    Ok(vm.list(lines))
}

fn join(vm: &mut Vm, args: Args) -> Res {
    let text = text_of(vm, &args, "join")?;
    let (_, source) = vm.one_arg("str.join", &args)?;
    if !vm.iterates_natively(source) {
        if vm.has_dunder(source, Dunder::Iter) || vm.has_dunder(source, Dunder::GetItem) {
            return Err(Fail::Python);
        }
        return Err(vm.type_error("can only join an iterable"));
    }
    let items = vm.collect(source)?;
    if let [only] = items[..]
        && vm.class_of(only) == ty::STR
    {
        return Ok(only);
    }
    let mut out = String::new();
    for (at, item) in items.iter().enumerate() {
        let Some(part) = vm.as_str(*item) else {
            let given = vm.class_name(*item);
            return Err(vm.type_error(format!("sequence item {at}: expected str instance, {given} found")));
        };
        if at > 0 {
            out.push_str(&text);
        }
        out.push_str(&part);
        vm.check_bytes(out.len())?;
    }
    Ok(vm.str(out))
}

fn strip(vm: &mut Vm, args: Args, name: &str, start: bool, end: bool) -> Res {
    let text = text_of(vm, &args, name)?;
    vm.arity(name, &args, 1, 0, 1)?;
    let chars = args.get(1);
    let set: Option<Vec<char>> = if chars.is_null() || chars.is_none() {
        None
    } else {
        match vm.as_str(chars) {
            Some(chars) => Some(chars.chars().collect()),
            None => return Err(vm.type_error(format!("{name} arg must be None or str"))),
        }
    };
    let goes = |c: char| set.as_ref().map_or_else(|| is_space(c), |set| set.contains(&c));
    let mut rest: &str = &text;
    if start {
        rest = rest.trim_start_matches(goes);
    }
    if end {
        rest = rest.trim_end_matches(goes);
    }
    if rest.len() == text.len() && vm.class_of(args.get(0)) == ty::STR {
        return Ok(args.get(0));
    }
    Ok(vm.str(rest))
}
