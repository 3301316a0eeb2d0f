//! What CPython writes in C, as modules; and CPython's own library beside it.
//!
//! A native module is a function that fills the module's dictionary, a hidden Python text in place of C that
//! calls back into Python, or both. [`library`] lists them all; [`TABLES`] has the methods of the classes that
//! belong to these modules. Nothing here opens a file or asks the host for anything.

mod absent;
mod binascii;
mod deque;
mod deque_dunder;
mod hashes;
pub mod library;
mod local;
mod math;
mod math_integer;
mod math_sum;
mod partial;
mod random;
mod sources;
mod sre;
mod structs;
mod sys;
pub mod thread;
mod time;
mod tree;
mod weakref;
mod zlib;

use crate::program::Origin;
use crate::source::Text;
use crate::vm::Vm;
use crate::vm::image::{self, Known, Unfit};
use crate::vm::import::{Library, ModuleSource};
use crate::vm::native::{NativeDef, Res, Tables};
use crate::vm::object::Data;
use crate::vm::ty;
use crate::vm::value::{Id, Value};
use std::sync::OnceLock;

/// Methods of the classes of these modules.
pub static TABLES: &[&Tables] = &[
    &deque::TABLES,
    &deque_dunder::TABLES,
    &local::TABLES,
    &partial::TABLES,
    &random::TABLES,
    &thread::TABLES,
    &weakref::TABLES,
];

/// Functions of these modules. An image names the native functions in it by their place in [`TABLES`] and here.
static FUNCTIONS: &[&[NativeDef]] = &[
    binascii::FUNCTIONS,
    hashes::FUNCTIONS,
    math::FUNCTIONS,
    math_integer::FUNCTIONS,
    math_sum::FUNCTIONS,
    sources::FUNCTIONS,
    sre::FUNCTIONS,
    structs::FUNCTIONS,
    sys::FUNCTIONS,
    thread::FUNCTIONS,
    time::FUNCTIONS,
    tree::FUNCTIONS,
    weakref::FUNCTIONS,
    zlib::FUNCTIONS,
];

/// Fills a module's dictionary.
type Init = fn(&mut Vm, Id) -> Res<()>;

/// Modules with a native part.
const NATIVE: &[(&str, Init)] = &[
    ("_collections", deque::init),
    ("_functools", partial::init),
    ("_hashes", hashes::init),
    ("_random", random::init),
    ("_sre", sre::init),
    ("_thread", thread::init),
    ("_struct", structs::init),
    ("_weakref", weakref::init),
    ("ast", tree::init),
    ("binascii", binascii::init),
    ("linecache", sources::init),
    ("math", math::init),
    ("sys", sys::init),
    ("time", time::init),
    ("zlib", zlib::init),
];

/// Modules, or parts of them, in hidden Python. They run after native parts and after [`TWINS`].
const HIDDEN: &[(&str, &str)] = &[
    ("_abc", include_str!("_abc.py")),
    ("_asyncio", include_str!("_asyncio.py")),
    ("_asyncio", include_str!("_asyncio_tasks.py")),
    ("_blake2", include_str!("_blake2.py")),
    ("_codecs", include_str!("_codecs.py")),
    ("_collections", include_str!("_collections.py")),
    ("_colorize", include_str!("_colorize.py")),
    ("_contextvars", include_str!("_contextvars.py")),
    ("_csv", include_str!("_csv.py")),
    ("_functools", include_str!("_functools.py")),
    ("_hashes", include_str!("_hashes.py")),
    ("_heapq", include_str!("_heapq.py")),
    ("_io", include_str!("_io.py")),
    ("_io", include_str!("_io_files.py")),
    ("_io", include_str!("_io_text.py")),
    ("_md5", include_str!("_md5.py")),
    ("_operator", include_str!("_operator.py")),
    ("_queue", include_str!("_queue.py")),
    ("_sha1", include_str!("_sha1.py")),
    ("_sha2", include_str!("_sha2.py")),
    ("_sha3", include_str!("_sha3.py")),
    ("_signal", include_str!("_signal.py")),
    ("_socket", include_str!("_socket.py")),
    ("_socket", include_str!("_socket_ends.py")),
    ("_socket", include_str!("_socket_class.py")),
    ("_sre", include_str!("_sre.py")),
    ("_string", include_str!("_string.py")),
    ("_struct", include_str!("_struct.py")),
    ("_thread", include_str!("thread.py")),
    ("_typing", include_str!("_typing.py")),
    ("_weakref", include_str!("_weakref.py")),
    ("array", include_str!("array.py")),
    ("ast", include_str!("ast.py")),
    ("atexit", include_str!("atexit.py")),
    ("binascii", include_str!("binascii.py")),
    ("cmath", include_str!("cmath.py")),
    ("codecs", include_str!("codecs.py")),
    ("dis", include_str!("dis.py")),
    ("errno", include_str!("errno.py")),
    ("gc", include_str!("gc.py")),
    ("importlib", include_str!("importlib.py")),
    ("importlib.machinery", include_str!("importlib_machinery.py")),
    ("importlib.resources", include_str!("importlib_resources.py")),
    ("itertools", include_str!("itertools.py")),
    ("itertools", include_str!("itertools_selections.py")),
    ("linecache", include_str!("linecache.py")),
    ("locale", include_str!("locale.py")),
    ("pkgutil", include_str!("pkgutil.py")),
    ("posix", include_str!("posix.py")),
    ("posix", include_str!("posix_calls.py")),
    ("posix", include_str!("posix_rest.py")),
    ("select", include_str!("select.py")),
    ("subprocess", include_str!("subprocess.py")),
    ("sys", include_str!("sys.py")),
    ("sysconfig", include_str!("sysconfig.py")),
    ("time", include_str!("time.py")),
    ("tokenize", include_str!("tokenize.py")),
    ("tracemalloc", include_str!("tracemalloc.py")),
    ("zlib", include_str!("zlib.py")),
];

/// Hidden packages.
const PACKAGES: &[&str] = &["importlib"];

/// Hidden Python that runs after the library's own text and replaces parts of it.
const PATCHES: &[(&str, &str)] = &[
    ("asyncio.base_events", include_str!("asyncio_timers.py")),
    ("_datetime", include_str!("_pydatetime.py")),
    ("_pydecimal", include_str!("_pydecimal.py")),
    ("glob", include_str!("glob.py")),
    ("hashlib", include_str!("hashlib.py")),
    ("traceback", include_str!("traceback.py")),
    ("io", include_str!("io_patch.py")),
    ("pickle", include_str!("pickle.py")),
    ("uuid", include_str!("uuid.py")),
    ("zoneinfo", include_str!("zoneinfo.py")),
];

/// Modules that CPython writes twice: the library's Python text, run hidden, stands for the one in C.
const TWINS: &[(&str, &str)] =
    &[("_bisect", "bisect"), ("_datetime", "_pydatetime"), ("_heapq", "heapq"), ("_operator", "operator")];

/// All modules that can be imported.
pub fn library() -> Library {
    let mut library = Library { absent: absent::reason, ..Library::default() };
    let mut add =
        |name: &str, source: ModuleSource| library.modules.entry(name.to_string()).or_default().push(source);
    for (name, init) in NATIVE {
        add(name, ModuleSource::Native(*init));
    }
    let packed = library::modules();
    for (twin, name) in TWINS {
        if let Some((_, ModuleSource::Python { text, .. })) = packed.iter().find(|(n, _)| n == name) {
            add(twin, hidden(twin, text.clone()));
        }
    }
    for (name, text) in HIDDEN {
        add(name, hidden(name, Text::Fixed(text)));
    }
    for (name, source) in packed {
        add(&name, source);
    }
    for (name, text) in PATCHES {
        add(name, hidden(name, Text::Fixed(text)));
    }
    library
}

fn hidden(name: &str, text: Text) -> ModuleSource {
    ModuleSource::Python {
        text,
        file: format!("<{name}>"),
        package: PACKAGES.contains(&name),
        origin: Origin::Hidden,
        compiled: OnceLock::new(),
    }
}

/// Puts native functions into a module.
fn add_functions(vm: &mut Vm, dict: Id, functions: &'static [NativeDef]) {
    for def in functions {
        let value = vm.alloc(ty::NATIVE, Data::Native { def, this: Value::Null });
        vm.set_name(dict, &def.short().into(), value);
    }
}

/// Modules that every program finds loaded, with all that they import: importing one of them costs nothing, but must
/// still be written. They stand in this order in the image, so a new one is added at the end.
pub const IMAGE: &[&str] = &[
    "sys",
    "time",
    "threading",
    "queue",
    "random",
    "functools",
    "collections",
    "contextlib",
    "itertools",
    "enum",
    "re",
    "typing",
    "dataclasses",
    "json",
    "datetime",
    "copy",
    "heapq",
    "string",
    "inspect",
    "traceback",
    "logging",
    "concurrent.futures",
    "asyncio",
];

/// The bytes of the image, once it was provided or made.
static BYTES: OnceLock<Vec<u8>> = OnceLock::new();

/// Provides the bytes of the image, so that [`image`] need not make it. Those of another build are refused.
pub fn provide_image(bytes: Vec<u8>) -> Result<(), Unfit> {
    image::check(&bytes)?;
    // Whoever comes second has brought the same.
    let _ = BYTES.set(bytes);
    Ok(())
}

/// The image that programs begin from; the same in every browser and natively.
pub fn image() -> Vm {
    if let Some(bytes) = BYTES.get() {
        return load_image(bytes).expect("internal error: the image was checked");
    }
    let vm = boot_image();
    // Whoever asks next, another worker of a search for instance, need not make it again.
    let _ = BYTES.set(write_image(&vm));
    vm
}

/// Makes the image from the sources.
pub fn boot_image() -> Vm {
    boot_with(IMAGE)
}

/// Makes an image in which these modules stand, and what they import.
pub fn boot_with(modules: &[&str]) -> Vm {
    crate::vm::boot::boot(library(), TABLES, modules)
}

/// The bytes of an image.
pub fn write_image(vm: &Vm) -> Vec<u8> {
    image::write(vm, &Known::of(&vm.library, TABLES, FUNCTIONS))
}

/// The image whose bytes these are.
pub fn load_image(bytes: &[u8]) -> Result<Vm, Unfit> {
    let library = library();
    let known = Known::of(&library, TABLES, FUNCTIONS);
    image::read(bytes, library, known)
}
