//! Fields that some exception classes have besides `args`: `errno`, `name`, `lineno`, `value`, …
//!
//! A field stands among the instance's attributes once it was set; until then it follows from `args`, as it
//! does for exceptions that the machine raises itself.

use crate::vm::Vm;
use crate::vm::native::{Args, NONE, NativeDef, Res, Tables};
use crate::vm::value::{PyStr, Value};

macro_rules! fields {
    ($($name:literal),* $(,)?) => {
        &[$((
            NativeDef { name: $name, call: |vm, args| Ok(vm.exception_field(args.get(0), $name)) },
            NativeDef { name: $name, call: |vm, args| set(vm, args, $name) },
        )),*]
    };
}

/// See the module.
pub const TABLES: Tables = Tables {
    accessors: fields![
        "StopIteration.value",
        "SystemExit.code",
        "ImportError.msg",
        "ImportError.name",
        "ImportError.path",
        "ImportError.name_from",
        "NameError.name",
        "AttributeError.name",
        "AttributeError.obj",
        "OSError.errno",
        "OSError.strerror",
        "OSError.filename",
        "OSError.filename2",
        "SyntaxError.msg",
        "SyntaxError.filename",
        "SyntaxError.lineno",
        "SyntaxError.offset",
        "SyntaxError.text",
        "SyntaxError.end_lineno",
        "SyntaxError.end_offset",
        "SyntaxError.print_file_and_line",
        "UnicodeDecodeError.encoding",
        "UnicodeDecodeError.object",
        "UnicodeDecodeError.start",
        "UnicodeDecodeError.end",
        "UnicodeDecodeError.reason",
        "UnicodeEncodeError.encoding",
        "UnicodeEncodeError.object",
        "UnicodeEncodeError.start",
        "UnicodeEncodeError.end",
        "UnicodeEncodeError.reason",
        "UnicodeTranslateError.object",
        "UnicodeTranslateError.start",
        "UnicodeTranslateError.end",
        "UnicodeTranslateError.reason",
    ],
    ..NONE
};

impl Vm {
    /// A field by its qualified name (`OSError.errno`); `None` if nothing says otherwise.
    pub fn exception_field(&self, exc: Value, qualified: &str) -> Value {
        let (class, name) = qualified.rsplit_once('.').unwrap_or(("", qualified));
        if let Some(value) = self.own(exc, &PyStr::from(name)) {
            return value;
        }
        let args = self.exception_args(exc);
        let arg = |at: usize| args.get(at).copied().unwrap_or(Value::None);
        match (class, name) {
            ("StopIteration", _) => arg(0),
            ("SystemExit", _) if args.len() > 1 => self.exception_args_value(exc),
            ("SystemExit", _) => arg(0),
            ("ImportError", "msg") if args.len() == 1 => arg(0),
            ("OSError", "errno") if (2..=5).contains(&args.len()) => arg(0),
            ("OSError", "strerror") if (2..=5).contains(&args.len()) => arg(1),
            ("OSError", "filename") if (3..=5).contains(&args.len()) => arg(2),
            ("OSError", "filename2") if args.len() == 5 => arg(4),
            ("SyntaxError", "msg") => arg(0),
            ("SyntaxError", name) => match (args.len(), self.items(arg(1)), syntax_place(name)) {
                (2, Some(details), Some(at)) => details.get(at).copied().unwrap_or(Value::None),
                _ => Value::None,
            },
            ("UnicodeDecodeError" | "UnicodeEncodeError", name) => {
                unicode_place(name).map_or(Value::None, arg)
            }
            ("UnicodeTranslateError", name) => unicode_place(name).map_or(Value::None, |at| arg(at - 1)),
            _ => Value::None,
        }
    }

    fn exception_args_value(&self, exc: Value) -> Value {
        match self.data(exc) {
            Some(crate::vm::object::Data::Exception(data)) => data.args,
            _ => Value::None,
        }
    }
}

/// Where a field stands in the details of a `SyntaxError`.
fn syntax_place(name: &str) -> Option<usize> {
    ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].iter().position(|n| *n == name)
}

/// Where a field stands in the arguments of a `UnicodeDecodeError`.
fn unicode_place(name: &str) -> Option<usize> {
    ["encoding", "object", "start", "end", "reason"].iter().position(|n| *n == name)
}

fn set(vm: &mut Vm, args: Args, qualified: &str) -> Res {
    let name = qualified.rsplit('.').next().unwrap_or(qualified);
    vm.set_own(args.get(0), name, args.get(1).or(Value::None));
    Ok(Value::None)
}
