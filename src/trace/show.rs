//! Values as pictures show them: like `repr`, but short, and without running the program's own code.

use crate::vm::object::{Attrs, Data};
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};
use rustpython_literal::escape::UnicodeEscape;

/// Longest text of one value, in characters.
const CHARS_MAX: usize = 60;
/// Items of a container that are shown.
const ITEMS_MAX: usize = 8;
/// Containers within containers that are shown.
const DEPTH_MAX: u32 = 3;

/// The value in at most about 60 characters. An instance of the program's own class is `<Account>`.
pub fn show(vm: &Vm, value: Value) -> String {
    let mut out = String::new();
    write(vm, value, DEPTH_MAX, &mut out);
    if out.chars().count() > CHARS_MAX {
        out = out.chars().take(CHARS_MAX - 1).chain(['…']).collect();
    }
    out
}

/// The plain attributes of an object, the first few, with their values shown: numbers before texts, since texts are
/// mostly names that do not change.
pub fn show_fields(vm: &Vm, object: Value) -> Vec<(String, String)> {
    let mut plain = fields(vm, object);
    plain.retain(|(name, value)| !name.starts_with("__") && is_plain(vm, *value));
    plain.sort_by_key(|(_, value)| matches!(vm.data(*value), Some(Data::Str(_))));
    plain.into_iter().take(ITEMS_MAX).map(|(name, value)| (name, show(vm, value))).collect()
}

/// An attribute that an object itself holds, if the object is alive in this state.
pub fn attribute(vm: &Vm, object: Id, name: &str) -> Option<Value> {
    vm.heap.find(object)?;
    vm.own(Value::Obj(object), &name.into())
}

/// All attributes that an object itself holds.
pub(super) fn fields(vm: &Vm, object: Value) -> Vec<(String, Value)> {
    let Some(found) = object.id().and_then(|id| vm.heap.find(id)) else { return vec![] };
    match &found.attrs {
        Attrs::None => vec![],
        Attrs::Own(names) => names.iter().map(|(name, value)| (name.to_string(), value)).collect(),
        Attrs::Dict(dict) => vm
            .dict_table(Value::Obj(*dict))
            .map(|table| {
                table.iter().filter_map(|e| Some((vm.as_str(e.key)?.to_string(), e.value))).collect()
            })
            .unwrap_or_default(),
    }
}

/// True for values that say something by themselves; locks, threads and functions do not.
fn is_plain(vm: &Vm, value: Value) -> bool {
    match vm.data(value) {
        None => !value.is_null(),
        Some(data) => matches!(
            data,
            Data::Int(_)
                | Data::SmallInt(_)
                | Data::Float(_)
                | Data::Complex(..)
                | Data::Str(_)
                | Data::Bytes(_)
                | Data::ByteArray(_)
                | Data::Tuple(_)
                | Data::List(_)
                | Data::Dict(_)
                | Data::Set(_)
                | Data::Range { .. }
                | Data::Deque { .. }
        ),
    }
}

fn write(vm: &Vm, value: Value, depth: u32, out: &mut String) {
    let id = match value {
        Value::Int(n) => return out.push_str(&n.to_string()),
        Value::Float(x) => return out.push_str(&rustpython_literal::float::to_string(x)),
        Value::Bool(b) => return out.push_str(if b { "True" } else { "False" }),
        Value::None => return out.push_str("None"),
        Value::Ellipsis => return out.push_str("Ellipsis"),
        Value::NotImplemented => return out.push_str("NotImplemented"),
        Value::Null => return,
        Value::Obj(id) => id,
    };
    let Some(object) = vm.heap.find(id) else { return out.push('?') };
    if out.len() > 4 * CHARS_MAX {
        return;
    }
    match &object.data {
        Data::Str(text) => {
            let text: String = text.as_str().chars().take(CHARS_MAX).collect();
            let text = crate::source::surrogate::to_wtf8(&text);
            let quoted = UnicodeEscape::new_repr(&text).str_repr().to_string();
            out.push_str(&quoted.unwrap_or_default());
        }
        Data::Int(n) if n.bits() <= 256 => out.push_str(&n.to_string()),
        Data::Int(n) => out.push_str(&format!("an integer of {} bits", n.bits())),
        Data::SmallInt(n) => out.push_str(&n.to_string()),
        Data::Float(x) => out.push_str(&rustpython_literal::float::to_string(*x)),
        Data::Complex(re, im) => out.push_str(&rustpython_literal::complex::to_string(*re, *im)),
        Data::Bytes(bytes) => out.push_str(&format!("{} bytes", bytes.len())),
        Data::ByteArray(bytes) => out.push_str(&format!("{} bytes", bytes.len())),
        Data::List(items) => list(vm, items, ["[", "]"], depth, out),
        Data::Tuple(items) if items.len() == 1 => list(vm, items, ["(", ",)"], depth, out),
        Data::Tuple(items) => list(vm, items, ["(", ")"], depth, out),
        Data::Deque { items, .. } => {
            let first: Vec<Value> = items.iter().copied().take(ITEMS_MAX + 1).collect();
            list(vm, &first, ["deque([", "])"], depth, out);
        }
        Data::Set(table) if table.is_empty() => out.push_str("set()"),
        Data::Set(table) => {
            let first: Vec<Value> = table.iter().map(|e| e.key).take(ITEMS_MAX + 1).collect();
            list(vm, &first, ["{", "}"], depth, out);
        }
        Data::Dict(table) if depth == 0 && !table.is_empty() => out.push_str("{…}"),
        Data::Dict(table) => {
            out.push('{');
            for (at, entry) in table.iter().enumerate() {
                out.push_str(if at > 0 { ", " } else { "" });
                if at == ITEMS_MAX {
                    out.push('…');
                    break;
                }
                write(vm, entry.key, depth - 1, out);
                out.push_str(": ");
                write(vm, entry.value, depth - 1, out);
            }
            out.push('}');
        }
        Data::Range { start, stop, step: 1 } => out.push_str(&format!("range({start}, {stop})")),
        Data::Range { start, stop, step } => out.push_str(&format!("range({start}, {stop}, {step})")),
        Data::Function(function) => out.push_str(&named(vm, function.qualname, "function")),
        Data::Method { func, .. } => out.push_str(&match vm.data(*func) {
            Some(Data::Function(function)) => named(vm, function.qualname, "method"),
            _ => "<method>".into(),
        }),
        Data::Native { def, .. } => out.push_str(&format!("<function {}>", def.short())),
        Data::Type(class) => out.push_str(&format!("<class {}>", class.name.as_str())),
        Data::Module { .. } => out.push_str("<module>"),
        Data::Cell(content) => write(vm, *content, depth, out),
        Data::Exception(exc) => {
            out.push_str(vm.class_name(value).as_str());
            list(vm, vm.items(exc.args).unwrap_or(&[]), ["(", ")"], depth, out);
        }
        _ if object.class == ty::CODE => out.push_str("<code>"),
        _ => {
            out.push('<');
            out.push_str(vm.class_name(value).as_str());
            out.push('>');
        }
    }
}

fn named(vm: &Vm, name: Value, kind: &str) -> String {
    format!("<{kind} {}>", vm.as_str(name).map_or(String::new(), |name| name.to_string()))
}

fn list(vm: &Vm, items: &[Value], [open, close]: [&str; 2], depth: u32, out: &mut String) {
    out.push_str(open);
    for (at, item) in items.iter().enumerate() {
        out.push_str(if at > 0 { ", " } else { "" });
        if at == ITEMS_MAX || depth == 0 {
            out.push('…');
            break;
        }
        write(vm, *item, depth - 1, out);
    }
    out.push_str(close);
}
