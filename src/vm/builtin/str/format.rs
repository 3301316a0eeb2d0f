//! `str.format` and `str.format_map` where no Python is needed; the prelude does the rest with the same parser.

use super::super::super::Vm;
use super::super::super::native::{Args, Fail, NONE, Res, Tables};
use super::super::super::ops::{Dunder, FieldName, Piece, parse_field, parse_template};
use super::super::super::value::{PyStr, Value};
use super::{text_arg, text_of};
use crate::natives;

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "str.format" => format,
        "str.format_map" => format_map,
    ],
    functions: natives![
        "prelude._formatter_parser" => formatter_parser,
        "prelude._formatter_field_name_split" => field_name_split,
        "prelude._percent_plan" => |vm, args| {
            let text = text_arg(vm, args.get(0), "%", 0)?;
            vm.percent_plan(&text)
        },
    ],
    ..NONE
};

/// Where fields get their values, and how fields without a name are counted.
struct Source<'a> {
    args: Args<'a>,
    mapping: Option<Value>,
    automatic: Option<bool>,
    next: usize,
}

fn format(vm: &mut Vm, args: Args) -> Res {
    let text = text_of(vm, &args, "format")?;
    let rest = Args { pos: &args.pos[1..], kw: args.kw };
    let mut source = Source { args: rest, mapping: None, automatic: None, next: 0 };
    let out = fill(vm, &text, &mut source, 2)?;
    Ok(vm.str(out))
}

fn format_map(vm: &mut Vm, args: Args) -> Res {
    let text = text_of(vm, &args, "format_map")?;
    let (_, mapping) = vm.one_arg("str.format_map", &args)?;
    let plain = vm.dict_table(mapping).is_some()
        && !vm.has_dunder(mapping, Dunder::Missing)
        && !vm.overrides(mapping, Dunder::GetItem);
    if !plain {
        return Err(Fail::Python);
    }
    let mut source = Source { args: Args::pos(&[]), mapping: Some(mapping), automatic: None, next: 0 };
    let out = fill(vm, &text, &mut source, 2)?;
    Ok(vm.str(out))
}

fn fill(vm: &mut Vm, template: &str, source: &mut Source, depth: usize) -> Res<String> {
    if depth == 0 {
        return Err(vm.value_error("Max string recursion exceeded"));
    }
    let pieces = match parse_template(template) {
        Ok(pieces) => pieces,
        Err(message) => return Err(vm.value_error(message)),
    };
    let mut out = String::new();
    for Piece { literal, field } in pieces {
        out.push_str(&literal);
        let Some((name, conversion, spec)) = field else { continue };
        let mut value = field_value(vm, &name, source)?;
        let converted: Option<PyStr> = match conversion {
            None => None,
            Some('s') => Some(vm.to_str(value)?),
            Some('r') => Some(vm.repr(value)?),
            Some('a') => Some(vm.ascii(value)?),
            Some(other) => return Err(vm.value_error(format!("Unknown conversion specifier {other}"))),
        };
        if let Some(text) = converted {
            value = vm.str(text);
        }
        let spec =
            if spec.contains('{') || spec.contains('}') { fill(vm, &spec, source, depth - 1)? } else { spec };
        let text = vm.format(value, &spec)?;
        out.push_str(&text);
        vm.check_bytes(out.len())?;
    }
    Ok(out)
}

fn field_value(vm: &mut Vm, name: &str, source: &mut Source) -> Res {
    let FieldName { first, rest } = match parse_field(name) {
        Ok(name) => name,
        Err(message) => return Err(vm.value_error(message)),
    };
    let number = if first.is_empty() { None } else { first.parse::<usize>().ok() };
    let mut value = if source.mapping.is_none() && (first.is_empty() || number.is_some()) {
        let automatic = first.is_empty();
        if source.automatic.is_some_and(|before| before != automatic) {
            let (from, to) = if automatic { ("manual", "automatic") } else { ("automatic", "manual") };
            let (from_what, to_what) = if automatic {
                ("field specification", "field numbering")
            } else {
                ("field numbering", "field specification")
            };
            return Err(vm.value_error(format!("cannot switch from {from} {from_what} to {to} {to_what}")));
        }
        source.automatic = Some(automatic);
        let at = number.unwrap_or(source.next);
        source.next += usize::from(automatic);
        match source.args.pos.get(at) {
            Some(value) => *value,
            None => {
                return Err(
                    vm.index_error(format!("Replacement index {at} out of range for positional args tuple"))
                );
            }
        }
    } else if let Some(mapping) = source.mapping {
        if first.is_empty() || number.is_some() {
            return Err(vm.value_error("Format string contains positional fields"));
        }
        let key = vm.str(first);
        match mapping {
            Value::Obj(id) => match vm.dict_get(id, key)? {
                Some(value) => value,
                None => return Err(vm.key_error(key)),
            },
            _ => return Err(Fail::Python),
        }
    } else {
        match source.args.keyword(&first) {
            Value::Null => {
                let key = vm.str(first);
                return Err(vm.key_error(key));
            }
            value => value,
        }
    };
    for (attribute, part) in rest {
        value = if attribute {
            match vm.getattr(value, &part.as_str().into()) {
                Err(Fail::Call(_) | Fail::Python) => return Err(Fail::Python),
                other => other?,
            }
        } else {
            let key = match part.parse::<i64>() {
                Ok(n) => Value::Int(n),
                Err(_) => vm.str(part),
            };
            match vm.getitem(value, key) {
                Err(Fail::Call(_) | Fail::Python) => return Err(Fail::Python),
                other => other?,
            }
        };
    }
    Ok(value)
}

/// `_string.formatter_parser`, as a list.
fn formatter_parser(vm: &mut Vm, args: Args) -> Res {
    let text = text_arg(vm, args.get(0), "formatter_parser", 0)?;
    let pieces = match parse_template(&text) {
        Ok(pieces) => pieces,
        Err(message) => return Err(vm.value_error(message)),
    };
    let mut out = Vec::new();
    for Piece { literal, field } in pieces {
        let literal = vm.str(literal);
        let row = match field {
            None => [literal, Value::None, Value::None, Value::None],
            Some((name, conversion, spec)) => {
                let (name, spec) = (vm.str(name), vm.str(spec));
                let conversion = match conversion {
                    None => Value::None,
                    Some(c) => vm.str(c.to_string()),
                };
                [literal, name, spec, conversion]
            }
        };
        out.push(vm.tuple(row));
    }
    Ok(vm.list(out))
}

/// `_string.formatter_field_name_split`, with a list for its iterator.
fn field_name_split(vm: &mut Vm, args: Args) -> Res {
    let text = text_arg(vm, args.get(0), "formatter_field_name_split", 0)?;
    let FieldName { first, rest } = match parse_field(&text) {
        Ok(name) => name,
        Err(message) => return Err(vm.value_error(message)),
    };
    let number = |vm: &mut Vm, text: String| match text.parse::<i64>() {
        Ok(n) if !text.starts_with(['+', '-']) => Value::Int(n),
        _ => vm.str(text),
    };
    let first = number(vm, first);
    let mut parts = Vec::new();
    for (attribute, part) in rest {
        let part = if attribute { vm.str(part) } else { number(vm, part) };
        parts.push(vm.tuple([Value::Bool(attribute), part]));
    }
    let parts = vm.list(parts);
    Ok(vm.tuple([first, parts]))
}
