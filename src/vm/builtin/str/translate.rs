//! `str.translate` and `str.maketrans`.

use super::super::super::Vm;
use super::super::super::native::{Args, Fail, NONE, Res, Tables};
use super::super::super::ops::Dunder;
use super::super::super::value::Value;
use super::{text_arg, text_of};
use crate::natives;
use crate::source::surrogate::{char_of, code_of};

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives!["str.translate" => translate],
    statics: natives!["str.maketrans" => maketrans],
    ..NONE
};

fn translate(vm: &mut Vm, args: Args) -> Res {
    let text = text_of(vm, &args, "translate")?;
    let (_, table) = vm.one_arg("str.translate", &args)?;
    let plain = vm.dict_table(table).is_some()
        && !vm.has_dunder(table, Dunder::Missing)
        && !vm.overrides(table, Dunder::GetItem);
    let Value::Obj(id) = table else { return not_subscriptable(vm, table) };
    if !plain {
        if vm.has_dunder(table, Dunder::GetItem) {
            return Err(Fail::Python);
        }
        return not_subscriptable(vm, table);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match vm.dict_get(id, Value::Int(i64::from(code_of(c))))? {
            None => out.push(c),
            Some(Value::None) => {}
            Some(new) => match (vm.as_str(new), vm.as_i64(new)) {
                (Some(part), _) => out.push_str(&part),
                (None, Some(code)) => match u32::try_from(code).ok().and_then(char_of) {
                    Some(c) => out.push(c),
                    None => return Err(vm.value_error("character mapping must be in range(0x110000)")),
                },
                _ => return Err(vm.type_error("character mapping must return integer, None or str")),
            },
        }
        vm.check_bytes(out.len())?;
    }
    Ok(vm.str(out))
}

fn not_subscriptable(vm: &mut Vm, v: Value) -> Res {
    let name = vm.class_name(v);
    Err(vm.type_error(format!("'{name}' object is not subscriptable")))
}

fn maketrans(vm: &mut Vm, args: Args) -> Res {
    vm.arity("maketrans", &args, 0, 1, 3)?;
    let dict = vm.dict();
    if args.pos.len() == 1 {
        let Some(table) = vm.dict_table(args.pos[0]) else {
            return Err(vm.type_error("if you give only one argument to maketrans it must be a dict"));
        };
        let entries: Vec<_> = table.iter().collect();
        for entry in entries {
            let key = match vm.as_str(entry.key) {
                Some(text) => match (text.char_len(), text.char_at(0)) {
                    (1, Some(c)) => Value::Int(i64::from(code_of(c))),
                    _ => return Err(vm.value_error("string keys in translate table must be of length 1")),
                },
                None if vm.as_i64(entry.key).is_some() => entry.key,
                None => return Err(vm.type_error("keys in translate table must be strings or integers")),
            };
            vm.dict_set(dict, key, entry.value)?;
        }
        return Ok(Value::Obj(dict));
    }
    let Some(from) = vm.as_str(args.pos[0]) else {
        return Err(vm.type_error("first maketrans argument must be a string if there is a second argument"));
    };
    let to = text_arg(vm, args.pos[1], "maketrans", 2)?;
    if from.char_len() != to.char_len() {
        return Err(vm.value_error("the first two maketrans arguments must have equal length"));
    }
    let code = |c: char| Value::Int(i64::from(code_of(c)));
    for (old, new) in from.chars().zip(to.chars()) {
        vm.dict_set(dict, code(old), code(new))?;
    }
    if args.pos.len() == 3 {
        let gone = text_arg(vm, args.pos[2], "maketrans", 3)?;
        for c in gone.chars() {
            vm.dict_set(dict, code(c), Value::None)?;
        }
    }
    Ok(Value::Obj(dict))
}
