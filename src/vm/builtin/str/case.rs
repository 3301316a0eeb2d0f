//! Case and character classes of `str`: `upper`, `title`, `isdigit`, `isidentifier`, …

use super::super::super::Vm;
use super::super::super::native::{Args, NONE, Res, Tables};
use super::super::super::value::Value;
use super::text_of;
use crate::natives;
use rustpython_unicode::{case, classify, identifier};

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "str.upper" => |vm, args| changed(vm, args, "upper", str::to_uppercase),
        "str.lower" => |vm, args| changed(vm, args, "lower", str::to_lowercase),
        "str.title" => |vm, args| changed(vm, args, "title", case::title_str),
        "str.capitalize" => |vm, args| changed(vm, args, "capitalize", case::capitalize_str),
        "str.swapcase" => |vm, args| changed(vm, args, "swapcase", case::swapcase_str),
        "str.casefold" => |vm, args| changed(vm, args, "casefold", case::casefold_str),
        "str.isalpha" => |vm, args| all(vm, args, "isalpha", classify::is_alpha),
        "str.isalnum" => |vm, args| all(vm, args, "isalnum", classify::is_alnum),
        "str.isdigit" => |vm, args| all(vm, args, "isdigit", classify::is_digit),
        "str.isdecimal" => |vm, args| all(vm, args, "isdecimal", classify::is_decimal),
        "str.isnumeric" => |vm, args| all(vm, args, "isnumeric", classify::is_numeric),
        "str.isspace" => |vm, args| all(vm, args, "isspace", classify::is_space),
        "str.isascii" => |vm, args| holds(vm, args, "isascii", str::is_ascii),
        "str.isprintable" => |vm, args| {
            holds(vm, args, "isprintable", |text| text.chars().all(classify::is_repr_printable))
        },
        "str.isidentifier" => |vm, args| holds(vm, args, "isidentifier", is_identifier),
        "str.islower" => |vm, args| holds(vm, args, "islower", |text| {
            one_case(text, case::is_lowercase, |c| case::is_uppercase(c) || case::is_titlecase(c))
        }),
        "str.isupper" => |vm, args| holds(vm, args, "isupper", |text| {
            one_case(text, case::is_uppercase, |c| case::is_lowercase(c) || case::is_titlecase(c))
        }),
        "str.istitle" => |vm, args| holds(vm, args, "istitle", is_title),
    ],
    ..NONE
};

fn changed(vm: &mut Vm, args: Args, name: &str, change: fn(&str) -> String) -> Res {
    let text = text_of(vm, &args, name)?;
    vm.no_args(&format!("str.{name}"), &args)?;
    Ok(vm.str(change(&text)))
}

fn holds(vm: &mut Vm, args: Args, name: &str, test: fn(&str) -> bool) -> Res {
    let text = text_of(vm, &args, name)?;
    vm.no_args(&format!("str.{name}"), &args)?;
    Ok(Value::Bool(test(&text)))
}

fn all(vm: &mut Vm, args: Args, name: &str, test: fn(char) -> bool) -> Res {
    let text = text_of(vm, &args, name)?;
    vm.no_args(&format!("str.{name}"), &args)?;
    Ok(Value::Bool(!text.is_empty() && text.chars().all(test)))
}

/// Whether a text could be a name.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next().is_some_and(|c| c == '_' || identifier::is_xid_start(c));
    first && chars.all(identifier::is_xid_continue)
}

fn one_case(text: &str, wanted: fn(char) -> bool, other: fn(char) -> bool) -> bool {
    text.chars().any(wanted) && !text.chars().any(other)
}

fn is_title(text: &str) -> bool {
    let (mut inside, mut any) = (false, false);
    for c in text.chars() {
        let upper = case::is_uppercase(c) || case::is_titlecase(c);
        if upper && inside || case::is_lowercase(c) && !inside {
            return false;
        }
        inside = upper || case::is_lowercase(c);
        any |= inside;
    }
    any
}
