//! Packs the modules of CPython's own library that the machine offers into one compressed blob.
//!
//! The list stands here and nowhere else; `src/modules/library.rs` unpacks what it names. Each module keeps
//! the file name that it has under CPython's `Lib`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Files under `Lib`. A module can only be listed once all that it imports at its top exists.
const FILES: &[&str] = &[
    "__future__.py",
    "_collections_abc.py",
    "_py_warnings.py",
    "_pydatetime.py",
    "_pydecimal.py",
    "_strptime.py",
    "_weakrefset.py",
    "abc.py",
    "annotationlib.py",
    "base64.py",
    "bisect.py",
    "calendar.py",
    "cmd.py",
    "codeop.py",
    "collections/__init__.py",
    "colorsys.py",
    "concurrent/__init__.py",
    "concurrent/futures/__init__.py",
    "concurrent/futures/_base.py",
    "concurrent/futures/thread.py",
    "contextlib.py",
    "contextvars.py",
    "copy.py",
    "copyreg.py",
    "csv.py",
    "dataclasses.py",
    "datetime.py",
    "decimal.py",
    "difflib.py",
    "enum.py",
    "fnmatch.py",
    "fractions.py",
    "functools.py",
    "genericpath.py",
    "graphlib.py",
    "heapq.py",
    "inspect.py",
    "json/__init__.py",
    "json/decoder.py",
    "json/encoder.py",
    "json/scanner.py",
    "keyword.py",
    "logging/__init__.py",
    "numbers.py",
    "operator.py",
    "posixpath.py",
    "pprint.py",
    "queue.py",
    "random.py",
    "re/__init__.py",
    "re/_casefix.py",
    "re/_compiler.py",
    "re/_constants.py",
    "re/_parser.py",
    "reprlib.py",
    "sched.py",
    "shlex.py",
    "stat.py",
    "statistics.py",
    "string/__init__.py",
    "string/templatelib.py",
    "textwrap.py",
    "threading.py",
    "timeit.py",
    "token.py",
    "traceback.py",
    "types.py",
    "typing.py",
    "warnings.py",
    "weakref.py",
];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let library = Path::new(rustpython_pylib::LIB_PATH);
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let mut index = String::new();
    let mut texts = Vec::new();
    for file in FILES {
        let text = fs::read(library.join(file)).unwrap_or_else(|error| panic!("library file {file}: {error}"));
        writeln!(index, "{file} {}", text.len()).expect("writing to a string succeeds");
        texts.extend_from_slice(&text);
    }
    fs::write(out.join("library.index"), index).expect("OUT_DIR can be written");
    fs::write(out.join("library.bin"), miniz_oxide::deflate::compress_to_vec(&texts, 9)).expect("OUT_DIR can be written");
}
