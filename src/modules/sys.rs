//! `sys`: streams, frames, interning and what else needs the machine. The rest is hidden Python.

use super::add_functions;
use crate::natives;
use crate::vm::RECURSION_MAX;
use crate::vm::footprint::{WHOLE, special};
use crate::vm::native::{Args, Fail, NativeDef, Res};
use crate::vm::object::Data;
use crate::vm::value::{Id, PyStr, Value};
use crate::vm::{DIGITS_MAX, DIGITS_MAX_LEAST, Vm, ty};

/// Its functions.
pub const FUNCTIONS: &[NativeDef] = natives![
    "sys.exit" => exit,
    "sys.exc_info" => exc_info,
    "sys.exception" => exception,
    "sys.excepthook" => excepthook,
    "sys._print_exception" => print_exception,
    "sys.intern" => intern,
    "sys._is_interned" => |_, _| Ok(Value::Bool(true)),
    "sys._getframemodulename" => frame_module_name,
    "sys.getrefcount" => getrefcount,
    "sys.getsizeof" => getsizeof,
    "sys.getrecursionlimit" => |vm, _| Ok(Value::Int(i64::from(vm.recursion_limit))),
    "sys.setrecursionlimit" => setrecursionlimit,
    "sys.getswitchinterval" => |vm, _| Ok(setting(vm, "_switchinterval").unwrap_or(Value::Float(0.005))),
    "sys.setswitchinterval" => setswitchinterval,
    "sys.getdefaultencoding" => |vm, _| Ok(vm.str("utf-8")),
    "sys.getfilesystemencoding" => |vm, _| Ok(vm.str("utf-8")),
    "sys.getfilesystemencodeerrors" => |vm, _| Ok(vm.str("surrogateescape")),
    "sys.get_int_max_str_digits" => |vm, _| {
        Ok(setting(vm, "_int_max_str_digits").unwrap_or(Value::Int(DIGITS_MAX)))
    },
    "sys.set_int_max_str_digits" => set_int_max_str_digits,
    "sys.is_finalizing" => |vm, _| {
        vm.heap.trail.read(special::THREADS, WHOLE);
        Ok(Value::Bool(vm.shutting_down))
    },
    "sys._is_gil_enabled" => |_, _| Ok(Value::Bool(true)),
    "sys.is_stack_trampoline_active" => |_, _| Ok(Value::Bool(false)),
    "sys.getallocatedblocks" => |vm, _| {
        vm.heap.trail.note_more();
        Ok(Value::Int(vm.heap.live() as i64))
    },
    "sys.call_tracing" => |_, args| Err(Fail::Call(Box::new(crate::vm::native::CallSpec {
        callable: args.get(0),
        pos: args.pos[1..].to_vec(),
        kw: vec![],
    }))),
];

/// Fills the module.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    vm.sys = dict;
    add_functions(vm, dict, FUNCTIONS);
    if let Some(hook) = vm.get_name(dict, &"excepthook".into()) {
        vm.set_name(dict, &"__excepthook__".into(), hook);
    }
    // Frames are the interpreter's business; the prelude already offers them.
    if let Some(getframe) = vm.get_name(vm.prelude, &"_getframe".into()) {
        vm.set_name(dict, &"_getframe".into(), getframe);
    }
    for (name, mode) in [("stdin", "r"), ("stdout", "w"), ("stderr", "w")] {
        let stream = vm.alloc_with_attrs(ty::STDIO, Data::Plain);
        let shown = vm.str(format!("<{name}>"));
        let mode = vm.str(mode);
        let encoding = vm.str("utf-8");
        let errors = vm.str(if name == "stderr" { "backslashreplace" } else { "strict" });
        for (attribute, value) in [
            ("name", shown),
            ("mode", mode),
            ("encoding", encoding),
            ("errors", errors),
            ("newlines", Value::None),
            ("closed", Value::Bool(false)),
            ("line_buffering", Value::Bool(true)),
        ] {
            vm.set_own(stream, attribute, value);
        }
        vm.set_name(dict, &name.into(), stream);
        vm.set_name(dict, &format!("__{name}__").into(), stream);
    }
    let argv: Vec<Value> = vm.world.argv.clone().into_iter().map(|arg| vm.str(arg)).collect();
    let argv = vm.list(argv);
    vm.set_name(dict, &"argv".into(), argv);
    let folder = vm.str(super::library::FOLDER.trim_end_matches('/'));
    let path = vm.list(vec![folder]);
    vm.set_name(dict, &"path".into(), path);
    vm.set_name(dict, &"modules".into(), Value::Obj(vm.modules));
    Ok(())
}

/// A setting that the program may have changed.
fn setting(vm: &Vm, name: &str) -> Option<Value> {
    vm.get_name(vm.sys, &name.into())
}

fn exit(vm: &mut Vm, args: Args) -> Res {
    if args.pos.len() > 1 {
        let given = args.pos.len();
        return Err(vm.type_error(format!("exit expected at most 1 argument, got {given}")));
    }
    let pos = match args.get(0) {
        Value::Null => vec![],
        Value::Obj(_) if matches!(vm.data(args.get(0)), Some(Data::Tuple(_))) => {
            vm.items(args.get(0)).map_or(vec![], <[Value]>::to_vec)
        }
        status => vec![status],
    };
    // Through the class, so that `code` is set as for any other SystemExit.
    Err(vm.slow("_raise_exit", &pos))
}

fn current(vm: &Vm) -> Value {
    if vm.th.exc.is_null() { Value::None } else { vm.th.exc }
}

fn exception(vm: &mut Vm, _: Args) -> Res {
    Ok(current(vm))
}

fn exc_info(vm: &mut Vm, _: Args) -> Res {
    let exc = current(vm);
    if exc.is_none() {
        return Ok(vm.tuple(vec![Value::None; 3]));
    }
    let traceback = match vm.data(exc) {
        Some(Data::Exception(data)) => data.traceback,
        _ => Value::None,
    };
    let class = Value::Obj(vm.class_of(exc));
    Ok(vm.tuple(vec![class, exc, traceback]))
}

fn excepthook(vm: &mut Vm, args: Args) -> Res {
    if args.pos.len() != 3 {
        let given = args.pos.len();
        return Err(vm.type_error(format!("excepthook expected 3 arguments, got {given}")));
    }
    Err(vm.slow("_print_exception", &[args.pos[1]]))
}

fn print_exception(vm: &mut Vm, args: Args) -> Res {
    Err(vm.slow("_print_exception", &[args.get(0)]))
}

fn intern(vm: &mut Vm, args: Args) -> Res {
    match vm.as_str(args.get(0).or(Value::None)) {
        Some(text) => Ok(vm.intern(&text)),
        None => {
            let class = vm.class_name(args.get(0).or(Value::None));
            Err(vm.type_error(format!("intern() argument must be str, not {}", class.as_str())))
        }
    }
}

/// `_getframemodulename(depth)`: `__name__` of the module of a calling function.
fn frame_module_name(vm: &mut Vm, args: Args) -> Res {
    let depth = vm.as_i64(args.get(0).or(args.keyword("depth"))).unwrap_or(0).max(0) as usize;
    let globals =
        vm.th.frames.iter().rev().filter(|frame| !frame.hidden).nth(depth).map(|frame| frame.globals);
    Ok(globals.and_then(|globals| vm.get_name(globals, &"__name__".into())).unwrap_or(Value::None))
}

fn getrefcount(vm: &mut Vm, args: Args) -> Res {
    Ok(Value::Int(match args.get(0) {
        Value::Obj(id) if id.region() > 0 => i64::from(vm.heap.count(id)),
        _ => 0xc000_0000,
    }))
}

fn getsizeof(vm: &mut Vm, args: Args) -> Res {
    let size = match vm.data(args.get(0)) {
        None => 28,
        Some(Data::Str(text)) => 41 + text.len(),
        Some(Data::Bytes(bytes)) => 33 + bytes.len(),
        Some(Data::Tuple(items)) => 40 + 8 * items.len(),
        Some(Data::List(items)) => 56 + 8 * items.len(),
        Some(Data::Dict(table)) => 64 + 24 * table.len(),
        Some(Data::Set(table)) => 216 + 16 * table.len(),
        Some(_) => 48,
    };
    Ok(Value::Int(size as i64))
}

fn setrecursionlimit(vm: &mut Vm, args: Args) -> Res {
    let limit = vm.as_index(args.get(0).or(Value::None))?;
    if limit < 1 {
        return Err(vm.value_error("recursion limit must be greater or equal than 1"));
    }
    let depth = vm.th.frames.iter().filter(|frame| !frame.hidden).count();
    if depth as i64 >= limit {
        let text = format!(
            "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
        );
        return Err(vm.raise(ty::RECURSION_ERROR, text));
    }
    // The other threads' calls depend on it.
    vm.heap.trail.write(special::THREADS, WHOLE);
    vm.recursion_limit = limit.min(RECURSION_MAX) as u32;
    Ok(Value::None)
}

fn set_int_max_str_digits(vm: &mut Vm, args: Args) -> Res {
    let [most] = vm.params("set_int_max_str_digits", &args, 0, ["maxdigits"], 1, 0)?;
    let most = vm.as_index(most)?;
    if most != 0 && most < DIGITS_MAX_LEAST {
        return Err(vm.value_error(format!("maxdigits must be 0 or larger than {DIGITS_MAX_LEAST}")));
    }
    vm.set_name(vm.sys, &PyStr::from("_int_max_str_digits"), Value::Int(most));
    Ok(Value::None)
}

fn setswitchinterval(vm: &mut Vm, args: Args) -> Res {
    let value = args.get(0).or(Value::None);
    let interval = match vm.as_float(value) {
        Some(x) => x,
        None => vm.as_index(value)? as f64,
    };
    if interval <= 0.0 {
        return Err(vm.value_error("switch interval must be strictly positive"));
    }
    vm.set_name(vm.sys, &PyStr::from("_switchinterval"), Value::Float(interval));
    Ok(Value::None)
}
