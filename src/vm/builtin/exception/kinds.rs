//! Exception classes whose constructor or text differs from `BaseException`'s.
//!
//! After Objects/exceptions.c of CPython 3.13. The words of `str()` may need Python code (a file name that is
//! an object of the program); then the prelude says them.

use super::class_arg;
use crate::natives;
use crate::source::surrogate::code_of;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};

/// See the module.
pub const TABLES: Tables = Tables {
    methods: natives![
        "KeyError.__str__" => |vm, args| {
            let text = vm.exception_text(args.get(0))?;
            Ok(vm.str(text))
        },
        "ImportError.__init__" => |vm, args| init_named(vm, args, "ImportError", &["name", "path", "name_from"]),
        "ImportError.__str__" => |vm, args| {
            let message = vm.exception_field(args.get(0), "ImportError.msg");
            match vm.as_str(message) {
                Some(message) => Ok(vm.str(message)),
                None => {
                    let text = vm.exception_text(args.get(0))?;
                    Ok(vm.str(text))
                }
            }
        },
        "NameError.__init__" => |vm, args| init_named(vm, args, "NameError", &["name"]),
        "AttributeError.__init__" => |vm, args| init_named(vm, args, "AttributeError", &["name", "obj"]),
        "StopIteration.__init__" => init_value,
        "SystemExit.__init__" => init_value,
        "OSError.__init__" => os_init,
        "OSError.__str__" => os_str,
        "SyntaxError.__init__" => syntax_init,
        "SyntaxError.__str__" => syntax_str,
        "UnicodeDecodeError.__init__" => |vm, args| unicode_init(vm, args, "UnicodeDecodeError", 5),
        "UnicodeEncodeError.__init__" => |vm, args| unicode_init(vm, args, "UnicodeEncodeError", 5),
        "UnicodeTranslateError.__init__" => |vm, args| unicode_init(vm, args, "UnicodeTranslateError", 4),
        "UnicodeDecodeError.__str__" => |vm, args| unicode_str(vm, args, "UnicodeDecodeError"),
        "UnicodeEncodeError.__str__" => |vm, args| unicode_str(vm, args, "UnicodeEncodeError"),
        "UnicodeTranslateError.__str__" => |vm, args| unicode_str(vm, args, "UnicodeTranslateError"),
    ],
    statics: natives!["OSError.__new__" => os_new],
    ..NONE
};

/// Positional arguments become `args`; the named ones become fields.
fn init_named(vm: &mut Vm, args: Args, class: &str, names: &[&str]) -> Res {
    let this = args.get(0);
    vm.set_exception_args(this, args.pos.get(1..).unwrap_or(&[]));
    for (key, value) in args.kw {
        if !names.contains(&key.as_str()) {
            let text = format!("{class}() got an unexpected keyword argument '{}'", key.as_str());
            return Err(vm.type_error(text));
        }
        vm.set_own(this, key, *value);
    }
    Ok(Value::None)
}

/// `StopIteration` and `SystemExit`: their value follows from the arguments, until it is set.
fn init_value(vm: &mut Vm, args: Args) -> Res {
    super::init(vm, args)
}

/// The subclass of `OSError` that stands for an error number (those of Linux).
fn class_of_errno(errno: i64) -> Option<Id> {
    Some(match errno {
        1 | 13 => ty::PERMISSION_ERROR,
        2 => ty::FILE_NOT_FOUND_ERROR,
        3 => ty::PROCESS_LOOKUP_ERROR,
        4 => ty::INTERRUPTED_ERROR,
        10 => ty::CHILD_PROCESS_ERROR,
        11 | 114 | 115 => ty::BLOCKING_IO_ERROR,
        17 => ty::FILE_EXISTS_ERROR,
        20 => ty::NOT_A_DIRECTORY_ERROR,
        21 => ty::IS_A_DIRECTORY_ERROR,
        32 | 108 => ty::BROKEN_PIPE_ERROR,
        103 => ty::CONNECTION_ABORTED_ERROR,
        104 => ty::CONNECTION_RESET_ERROR,
        110 => ty::TIMEOUT_ERROR,
        111 => ty::CONNECTION_REFUSED_ERROR,
        _ => return None,
    })
}

/// Fills an `OSError` from its arguments: two to five of them are number, text and file names.
fn os_fill(vm: &mut Vm, exc: Value, given: &[Value]) {
    let arg = |at: usize| given.get(at).copied().unwrap_or(Value::None);
    vm.set_exception_args(exc, given);
    if !(2..=5).contains(&given.len()) {
        return;
    }
    vm.set_own(exc, "errno", arg(0));
    vm.set_own(exc, "strerror", arg(1));
    if !arg(2).is_none() {
        vm.set_own(exc, "filename", arg(2));
        vm.set_exception_args(exc, &given[..2]);
        if !arg(4).is_none() {
            vm.set_own(exc, "filename2", arg(4));
        }
    }
}

/// True if instances of the class are filled by `__init__`, since that or `__new__` is the program's own.
fn os_filled_later(vm: &Vm, class: Id) -> bool {
    let is = |method: &str, name: &str| match vm.lookup(class, &method.into()).map(|v| vm.data(v)) {
        Some(Some(Data::Native { def, .. })) => def.name == name,
        _ => false,
    };
    !is("__init__", "OSError.__init__") && is("__new__", "OSError.__new__")
}

fn os_new(vm: &mut Vm, args: Args) -> Res {
    let mut class = class_arg(vm, args)?;
    if os_filled_later(vm, class) {
        return Ok(vm.new_exception(class, &[]));
    }
    let given = &args.pos[1..];
    if !args.kw.is_empty() {
        let name = vm.class(class).name.clone();
        return Err(vm.type_error(format!("{}() takes no keyword arguments", name.as_str())));
    }
    if class == ty::OS_ERROR
        && (2..=5).contains(&given.len())
        && let Some(special) = vm.as_i64(given[0]).and_then(class_of_errno)
    {
        class = special;
    }
    let exc = vm.new_exception(class, given);
    os_fill(vm, exc, given);
    Ok(exc)
}

fn os_init(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(0);
    if os_filled_later(vm, vm.class_of(this)) {
        if !args.kw.is_empty() {
            let name = vm.class_name(this);
            return Err(vm.type_error(format!("{}() takes no keyword arguments", name.as_str())));
        }
        os_fill(vm, this, args.pos.get(1..).unwrap_or(&[]));
    }
    Ok(Value::None)
}

fn os_str(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(0);
    let field = |name: &str| vm.exception_field(this, &format!("OSError.{name}"));
    let (errno, strerror, file, file2) =
        (field("errno"), field("strerror"), field("filename"), field("filename2"));
    if file.is_none() && (errno.is_none() || strerror.is_none()) {
        let text = vm.exception_text(this)?;
        return Ok(vm.str(text));
    }
    let (errno, strerror) = (vm.to_str(errno)?, vm.to_str(strerror)?);
    let mut text = format!("[Errno {}] {}", errno.as_str(), strerror.as_str());
    if !file.is_none() {
        text.push_str(&format!(": {}", vm.repr(file)?.as_str()));
        if !file2.is_none() {
            text.push_str(&format!(" -> {}", vm.repr(file2)?.as_str()));
        }
    }
    Ok(vm.str(text))
}

fn syntax_init(vm: &mut Vm, args: Args) -> Res {
    if args.pos.len() == 3 {
        let Some(details) = vm.items(args.get(2)) else { return Err(Fail::Python) };
        let given = details.len();
        if given < 4 || given == 5 || given > 6 {
            let text = match given {
                5 => "end_offset must be provided when end_lineno is provided".to_string(),
                n if n < 4 => {
                    format!("function missing required argument '{}' (pos {})", SYNTAX_NAMES[n], n + 1)
                }
                n => format!("function takes at most 6 arguments ({n} given)"),
            };
            return Err(vm.type_error(text));
        }
    }
    super::init(vm, args)
}

const SYNTAX_NAMES: [&str; 4] = ["filename", "lineno", "offset", "text"];

fn syntax_str(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(0);
    let message = vm.exception_field(this, "SyntaxError.msg");
    let message = vm.to_str(message)?;
    let file = vm.exception_field(this, "SyntaxError.filename");
    let line = vm.exception_field(this, "SyntaxError.lineno");
    let file = vm.as_str(file).map(|name| name.rsplit('/').next().unwrap_or("").to_string());
    let text = match (file, vm.as_i64(line)) {
        (Some(file), Some(line)) => format!("{} ({file}, line {line})", message.as_str()),
        (Some(file), None) => format!("{} ({file})", message.as_str()),
        (None, Some(line)) => format!("{} (line {line})", message.as_str()),
        (None, None) => message.to_string(),
    };
    Ok(vm.str(text))
}

fn unicode_init(vm: &mut Vm, args: Args, class: &str, count: usize) -> Res {
    super::init(vm, args)?;
    let given = args.pos.len() - 1;
    if given != count {
        return Err(vm.type_error(format!("function takes exactly {count} arguments ({given} given)")));
    }
    for (at, wanted) in (1..).zip(&["str", "object", "int", "int", "str"][5 - count..]) {
        let value = args.get(at);
        let fits = match *wanted {
            "str" => vm.as_str(value).is_some(),
            "int" => vm.as_i64(value).is_some(),
            _ => true,
        };
        if !fits {
            let got = vm.class_name(value);
            let text = match *wanted {
                "int" => format!("'{}' object cannot be interpreted as an integer", got.as_str()),
                _ => format!("{class}() argument {at} must be str, not {}", got.as_str()),
            };
            return Err(vm.type_error(text));
        }
    }
    Ok(Value::None)
}

fn unicode_str(vm: &mut Vm, args: Args, class: &str) -> Res {
    let this = args.get(0);
    let field = |name: &str| vm.exception_field(this, &format!("{class}.{name}"));
    let number = |name: &str| vm.as_i64(field(name)).unwrap_or(0);
    let (start, end, object) = (number("start"), number("end"), field("object"));
    let words = |name: &str| vm.as_str(field(name)).map_or(String::new(), |text| text.to_string());
    let reason = words("reason");
    let (verb, codec) = match class {
        "UnicodeDecodeError" => ("decode", format!("'{}' codec ", words("encoding"))),
        "UnicodeEncodeError" => ("encode", format!("'{}' codec ", words("encoding"))),
        _ => ("translate", String::new()),
    };
    let one = match (vm.data(object), end == start + 1) {
        (Some(Data::Bytes(bytes)), true) => bytes.get(start as usize).map(|b| format!("byte 0x{b:02x}")),
        (Some(Data::ByteArray(bytes)), true) => bytes.get(start as usize).map(|b| format!("byte 0x{b:02x}")),
        (Some(Data::Str(text)), true) => text.char_at(start as usize).map(|c| match code_of(c) {
            n @ 0..=0xff => format!("character '\\x{n:02x}'"),
            n @ 0x100..=0xffff => format!("character '\\u{n:04x}'"),
            n => format!("character '\\U{n:08x}'"),
        }),
        _ => None,
    };
    let text = match one {
        Some(one) => format!("{codec}can't {verb} {one} in position {start}: {reason}"),
        None => {
            let many = if verb == "decode" { "bytes" } else { "characters" };
            format!("{codec}can't {verb} {many} in position {start}-{}: {reason}", end - 1)
        }
    };
    Ok(vm.str(text))
}
