//! What CPython writes in C, as modules; and CPython's own library beside it.
//!
//! A native module is a function that fills the module's dictionary, a hidden Python text in place of C that
//! calls back into Python, or both. [`library`] lists them all; [`TABLES`] has the methods of the classes that
//! belong to these modules. Nothing here opens a file or asks the host for anything.

mod deque;
mod deque_dunder;
pub mod library;
mod local;
mod math;
mod math_integer;
mod math_sum;
mod partial;
mod random;
mod sha2;
mod sources;
mod sre;
mod sys;
pub mod thread;
mod time;
mod weakref;

use crate::program::Origin;
use crate::vm::Vm;
use crate::vm::import::{Library, ModuleSource};
use crate::vm::native::{NativeDef, Res, Tables};
use crate::vm::object::Data;
use crate::vm::ty;
use crate::vm::value::{Id, Value};
use std::sync::Arc;

/// Methods of the classes of these modules.
pub const TABLES: &[&Tables] = &[
    &deque::TABLES,
    &deque_dunder::TABLES,
    &local::TABLES,
    &partial::TABLES,
    &random::TABLES,
    &thread::TABLES,
    &weakref::TABLES,
];

/// Fills a module's dictionary.
type Init = fn(&mut Vm, Id) -> Res<()>;

/// Modules with a native part.
const NATIVE: &[(&str, Init)] = &[
    ("_collections", deque::init),
    ("_functools", partial::init),
    ("_random", random::init),
    ("_sha2", sha2::init),
    ("_sre", sre::init),
    ("_thread", thread::init),
    ("_weakref", weakref::init),
    ("linecache", sources::init),
    ("math", math::init),
    ("sys", sys::init),
    ("time", time::init),
];

/// Modules, or parts of them, in hidden Python. They run after native parts and after [`TWINS`].
const HIDDEN: &[(&str, &str)] = &[
    ("_abc", include_str!("_abc.py")),
    ("_collections", include_str!("_collections.py")),
    ("_colorize", include_str!("_colorize.py")),
    ("_contextvars", include_str!("_contextvars.py")),
    ("_functools", include_str!("_functools.py")),
    ("_heapq", include_str!("_heapq.py")),
    ("_operator", include_str!("_operator.py")),
    ("_queue", include_str!("_queue.py")),
    ("_sha2", include_str!("_sha2.py")),
    ("_signal", include_str!("_signal.py")),
    ("_sre", include_str!("_sre.py")),
    ("_string", include_str!("_string.py")),
    ("_thread", include_str!("thread.py")),
    ("_typing", include_str!("_typing.py")),
    ("_weakref", include_str!("_weakref.py")),
    ("ast", include_str!("ast.py")),
    ("atexit", include_str!("atexit.py")),
    ("cmath", include_str!("cmath.py")),
    ("codecs", include_str!("codecs.py")),
    ("dis", include_str!("dis.py")),
    ("errno", include_str!("errno.py")),
    ("gc", include_str!("gc.py")),
    ("importlib", include_str!("importlib.py")),
    ("importlib.machinery", include_str!("importlib_machinery.py")),
    ("io", include_str!("io.py")),
    ("itertools", include_str!("itertools.py")),
    ("itertools", include_str!("itertools_selections.py")),
    ("linecache", include_str!("linecache.py")),
    ("locale", include_str!("locale.py")),
    ("os", include_str!("os.py")),
    ("pkgutil", include_str!("pkgutil.py")),
    ("shutil", include_str!("shutil.py")),
    ("sys", include_str!("sys.py")),
    ("time", include_str!("time.py")),
    ("tokenize", include_str!("tokenize.py")),
];

/// Hidden packages.
const PACKAGES: &[&str] = &["importlib"];

/// Hidden Python that runs after the library's own text and replaces parts of it.
const PATCHES: &[(&str, &str)] = &[("traceback", include_str!("traceback.py"))];

/// Modules that CPython writes twice: the library's Python text, run hidden, stands for the one in C.
const TWINS: &[(&str, &str)] = &[("_bisect", "bisect"), ("_heapq", "heapq"), ("_operator", "operator")];

/// All modules that can be imported.
pub fn library() -> Library {
    let mut library = Library::default();
    let mut add =
        |name: &str, source: ModuleSource| library.modules.entry(name.to_string()).or_default().push(source);
    for (name, init) in NATIVE {
        add(name, ModuleSource::Native(*init));
    }
    let packed = library::modules();
    for (twin, name) in TWINS {
        if let Some((_, ModuleSource::Python { text, .. })) = packed.iter().find(|(n, _)| n == name) {
            add(twin, hidden(twin, Arc::clone(text)));
        }
    }
    for (name, text) in HIDDEN {
        add(name, hidden(name, Arc::from(*text)));
    }
    for (name, source) in packed {
        add(&name, source);
    }
    for (name, text) in PATCHES {
        add(name, hidden(name, Arc::from(*text)));
    }
    library
}

fn hidden(name: &str, text: Arc<str>) -> ModuleSource {
    ModuleSource::Python {
        text,
        file: format!("<{name}>"),
        package: PACKAGES.contains(&name),
        origin: Origin::Hidden,
    }
}

/// Puts native functions into a module.
fn add_functions(vm: &mut Vm, dict: Id, functions: &'static [NativeDef]) {
    for def in functions {
        let value = vm.alloc(ty::NATIVE, Data::Native { def, this: Value::Null });
        vm.set_name(dict, &def.short().into(), value);
    }
}

/// Modules that every program finds loaded: importing one of them costs nothing, but must still be written.
const IMAGE: &[&str] =
    &["sys", "time", "threading", "queue", "random", "functools", "collections", "contextlib"];

/// Makes the image that programs begin from; the same in every browser and natively.
pub fn image() -> Vm {
    crate::vm::boot::boot(library(), TABLES, IMAGE)
}
