//! `print`, `input` and the standard streams.
//!
//! A `print` writes all of its text at once, so that two threads' lines are not mixed within an operation that
//! CPython does between two switch points. A replaced `sys.stdout` is written to by the prelude.

use super::str::encode::check_output;
use crate::natives;
use crate::vm::footprint::{WHOLE, special};
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::value::{PyStr, Value};
use crate::vm::{Stream, Vm, ty};

/// Output, input, and the class of the streams.
pub const TABLES: Tables = Tables {
    functions: natives!["print" => print, "input" => input, "prelude._input" => input],
    methods: natives![
        "TextIOWrapper.write" => write,
        "TextIOWrapper.writelines" => writelines,
        "TextIOWrapper.flush" => nothing,
        "TextIOWrapper.close" => nothing,
        "TextIOWrapper.reconfigure" => nothing,
        "TextIOWrapper.isatty" => no,
        "TextIOWrapper.seekable" => no,
        "TextIOWrapper.readable" => readable,
        "TextIOWrapper.writable" => writable,
        "TextIOWrapper.fileno" => fileno,
        "TextIOWrapper.read" => read,
        "TextIOWrapper.readline" => readline,
        "TextIOWrapper.__iter__" => itself,
        "TextIOWrapper.__enter__" => itself,
        "TextIOWrapper.__exit__" => nothing,
        "TextIOWrapper.__next__" => next_line,
        "TextIOWrapper.__repr__" => repr,
    ],
    ..NONE
};

/// The number of a standard stream, from its `name`.
fn number(vm: &Vm, value: Value) -> i64 {
    match vm.own(value, &PyStr::from("name")).and_then(|v| vm.as_str(v)).as_deref() {
        Some("<stdin>") => 0,
        Some("<stderr>") => 2,
        _ => 1,
    }
}

fn stream(vm: &Vm, value: Value) -> Option<Stream> {
    if value.is_null() || vm.class_of(value) != ty::STDIO {
        return None;
    }
    match number(vm, value) {
        1 => Some(Stream::Out),
        2 => Some(Stream::Err),
        _ => None,
    }
}

fn print(vm: &mut Vm, args: Args) -> Res {
    let (mut sep, mut end) = (PyStr::from(" "), PyStr::from("\n"));
    let mut file = Value::None;
    for (name, value) in args.kw {
        match name.as_str() {
            "sep" | "end" => {
                let text = match (value, vm.as_str(*value)) {
                    (Value::None, _) => continue,
                    (_, Some(text)) => text,
                    _ => {
                        let class = vm.class_name(*value);
                        let text =
                            format!("{} must be None or a string, not {}", name.as_str(), class.as_str());
                        return Err(vm.type_error(text));
                    }
                };
                *if name.as_str() == "sep" { &mut sep } else { &mut end } = text;
            }
            "file" => file = *value,
            "flush" => {}
            other => {
                let text = format!("print() got an unexpected keyword argument '{other}'");
                return Err(vm.type_error(text));
            }
        }
    }
    if file.is_none() {
        file = vm.get_name(vm.sys, &PyStr::from("stdout")).unwrap_or(Value::None);
        if file.is_none() {
            return Ok(Value::None);
        }
    }
    let Some(stream) = stream(vm, file) else { return Err(Fail::Python) };
    let mut text = String::new();
    for (at, value) in args.pos.iter().enumerate() {
        if at > 0 {
            text.push_str(&sep);
        }
        let part = vm.to_str(*value)?;
        if stream == Stream::Out
            && let Err(failure) = check_output(vm, &part)
        {
            vm.write(stream, &text);
            return Err(failure);
        }
        text.push_str(&part);
    }
    text.push_str(&end);
    vm.write(stream, &text);
    Ok(Value::None)
}

/// The next line of standard input with its end, empty at the end of input.
fn line(vm: &mut Vm) -> String {
    let world = std::sync::Arc::clone(&vm.world);
    let rest = &world.stdin[vm.stdin_at..];
    let size = rest.find('\n').map_or(rest.len(), |at| at + 1);
    vm.stdin_at += size;
    vm.heap.trail.write(special::INPUT, WHOLE);
    rest[..size].to_string()
}

fn input(vm: &mut Vm, args: Args) -> Res {
    if args.pos.len() > 1 || !args.kw.is_empty() {
        let given = args.pos.len();
        return Err(vm.type_error(format!("input expected at most 1 argument, got {given}")));
    }
    if !args.get(0).is_null() {
        let prompt = vm.to_str(args.get(0))?;
        vm.write(Stream::Out, &prompt);
    }
    let mut text = line(vm);
    if text.is_empty() {
        return Err(vm.raise(ty::EOF_ERROR, "EOF when reading a line"));
    }
    if text.ends_with('\n') {
        text.pop();
    }
    Ok(vm.str(text))
}

fn write(vm: &mut Vm, args: Args) -> Res {
    let Some(text) = vm.as_str(args.get(1).or(Value::None)) else {
        let class = vm.class_name(args.get(1).or(Value::None));
        return Err(vm.type_error(format!("write() argument must be str, not {}", class.as_str())));
    };
    match stream(vm, args.get(0)) {
        Some(stream) => {
            if stream == Stream::Out {
                check_output(vm, &text)?;
            }
            vm.write(stream, &text);
        }
        None => return Err(vm.raise(ty::OS_ERROR, "not writable")),
    }
    Ok(Value::Int(text.char_len() as i64))
}

fn writelines(vm: &mut Vm, args: Args) -> Res {
    let mut text = String::new();
    for part in vm.collect(args.get(1))? {
        match vm.as_str(part) {
            Some(part) => text.push_str(&part),
            None => {
                let class = vm.class_name(part);
                return Err(vm.type_error(format!("write() argument must be str, not {}", class.as_str())));
            }
        }
    }
    if let Some(stream) = stream(vm, args.get(0)) {
        vm.write(stream, &text);
    }
    Ok(Value::None)
}

fn nothing(_: &mut Vm, _: Args) -> Res {
    Ok(Value::None)
}

fn no(_: &mut Vm, _: Args) -> Res {
    Ok(Value::Bool(false))
}

fn itself(_: &mut Vm, args: Args) -> Res {
    Ok(args.get(0))
}

fn readable(vm: &mut Vm, args: Args) -> Res {
    Ok(Value::Bool(number(vm, args.get(0)) == 0))
}

fn writable(vm: &mut Vm, args: Args) -> Res {
    Ok(Value::Bool(number(vm, args.get(0)) != 0))
}

fn fileno(vm: &mut Vm, args: Args) -> Res {
    Ok(Value::Int(number(vm, args.get(0))))
}

fn read(vm: &mut Vm, args: Args) -> Res {
    let world = std::sync::Arc::clone(&vm.world);
    let rest = &world.stdin[vm.stdin_at..];
    let text: String = match vm.as_i64(args.get(1).or(Value::None)) {
        Some(n) if n >= 0 => rest.chars().take(n as usize).collect(),
        _ => rest.to_string(),
    };
    vm.stdin_at += text.len();
    vm.heap.trail.write(special::INPUT, WHOLE);
    Ok(vm.str(text))
}

fn readline(vm: &mut Vm, _: Args) -> Res {
    let text = line(vm);
    Ok(vm.str(text))
}

fn next_line(vm: &mut Vm, _: Args) -> Res {
    let text = line(vm);
    if text.is_empty() {
        return Err(vm.stop_iteration(Value::Null));
    }
    Ok(vm.str(text))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let (name, mode) = match number(vm, args.get(0)) {
        0 => ("<stdin>", "r"),
        2 => ("<stderr>", "w"),
        _ => ("<stdout>", "w"),
    };
    Ok(vm.str(format!("<_io.TextIOWrapper name='{name}' mode='{mode}' encoding='utf-8'>")))
}
