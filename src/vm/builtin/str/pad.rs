//! Filling `str` up: `center`, `ljust`, `rjust`, `zfill`, `expandtabs`.

use super::super::super::Vm;
use super::super::super::native::{Args, NONE, Res, Tables};
use super::super::super::value::Value;
use super::text_of;
use crate::natives;

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "str.center" => |vm, args| pad(vm, args, "center", |pad, width| pad / 2 + (pad & width & 1)),
        "str.ljust" => |vm, args| pad(vm, args, "ljust", |_, _| 0),
        "str.rjust" => |vm, args| pad(vm, args, "rjust", |pad, _| pad),
        "str.zfill" => zfill,
        "str.expandtabs" => expandtabs,
    ],
    ..NONE
};

fn pad(vm: &mut Vm, args: Args, name: &str, before: fn(usize, usize) -> usize) -> Res {
    let text = text_of(vm, &args, name)?;
    vm.arity(name, &args, 1, 1, 2)?;
    let width = usize::try_from(vm.as_index(args.get(1))?).unwrap_or(0);
    let fill = match args.get(2) {
        Value::Null => ' ',
        fill => match vm.as_str(fill) {
            Some(fill) if fill.char_len() == 1 => fill.char_at(0).unwrap_or(' '),
            Some(_) => return Err(vm.type_error("The fill character must be exactly one character long")),
            None => {
                let given = vm.class_name(fill);
                return Err(
                    vm.type_error(format!("The fill character must be a unicode character, not {given}"))
                );
            }
        },
    };
    let missing = width.saturating_sub(text.char_len());
    if missing == 0 {
        return Ok(vm.str(text));
    }
    vm.check_bytes(width.saturating_mul(fill.len_utf8()))?;
    let left = before(missing, width);
    let mut out = String::with_capacity(text.len() + missing);
    out.extend(std::iter::repeat_n(fill, left));
    out.push_str(&text);
    out.extend(std::iter::repeat_n(fill, missing - left));
    Ok(vm.str(out))
}

fn zfill(vm: &mut Vm, args: Args) -> Res {
    let text = text_of(vm, &args, "zfill")?;
    let (_, width) = vm.one_arg("str.zfill", &args)?;
    let width = usize::try_from(vm.as_index(width)?).unwrap_or(0);
    let missing = width.saturating_sub(text.char_len());
    if missing == 0 {
        return Ok(vm.str(text));
    }
    vm.check_bytes(width)?;
    let (sign, body) = match text.as_bytes().first() {
        Some(b'+' | b'-') => text.split_at(1),
        _ => ("", text.as_str()),
    };
    Ok(vm.str(format!("{sign}{}{body}", "0".repeat(missing))))
}

fn expandtabs(vm: &mut Vm, args: Args) -> Res {
    let text = text_of(vm, &args, "expandtabs")?;
    let [size] = vm.params("expandtabs", &args, 1, ["tabsize"], 0, 0)?;
    let size = if size.is_null() { 8 } else { usize::try_from(vm.as_index(size)?).unwrap_or(0) };
    let mut out = String::new();
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' if size > 0 => {
                let fill = size - column % size;
                vm.check_bytes(out.len().saturating_add(fill))?;
                out.extend(std::iter::repeat_n(' ', fill));
                column += fill;
            }
            '\t' => {}
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
    Ok(vm.str(out))
}
