//! What is made at build time.
//!
//! CPython's own library, as far as the machine offers it, is packed into one compressed blob, which
//! `src/modules/library.rs` unpacks. `tests/wasm/list.rs` lists the corpus for the suite in the browser, which has
//! no files to read.

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "tests/wasm/list.rs"]
mod list;

/// The library's files, by their place under CPython's `Lib`. A module can only be listed once all that it imports at its top exists.
const FILES: &[&str] = &[
    "__future__.py",
    "_collections_abc.py",
    "_compat_pickle.py",
    "_markupbase.py",
    "_py_warnings.py",
    "_pydatetime.py",
    "_pydecimal.py",
    "_strptime.py",
    "_threading_local.py",
    "_weakrefset.py",
    "abc.py",
    "annotationlib.py",
    "argparse.py",
    "asyncio/__init__.py",
    "asyncio/base_events.py",
    "asyncio/base_futures.py",
    "asyncio/base_subprocess.py",
    "asyncio/base_tasks.py",
    "asyncio/constants.py",
    "asyncio/coroutines.py",
    "asyncio/events.py",
    "asyncio/exceptions.py",
    "asyncio/format_helpers.py",
    "asyncio/futures.py",
    "asyncio/graph.py",
    "asyncio/locks.py",
    "asyncio/log.py",
    "asyncio/mixins.py",
    "asyncio/protocols.py",
    "asyncio/queues.py",
    "asyncio/runners.py",
    "asyncio/selector_events.py",
    "asyncio/sslproto.py",
    "asyncio/staggered.py",
    "asyncio/streams.py",
    "asyncio/subprocess.py",
    "asyncio/taskgroups.py",
    "asyncio/tasks.py",
    "asyncio/threads.py",
    "asyncio/timeouts.py",
    "asyncio/transports.py",
    "asyncio/trsock.py",
    "asyncio/unix_events.py",
    "base64.py",
    "bisect.py",
    "calendar.py",
    "cmd.py",
    "codeop.py",
    "collections/__init__.py",
    "colorsys.py",
    "compression/__init__.py",
    "compression/_common/__init__.py",
    "compression/_common/_streams.py",
    "concurrent/__init__.py",
    "concurrent/futures/__init__.py",
    "concurrent/futures/_base.py",
    "concurrent/futures/thread.py",
    "configparser.py",
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
    "filecmp.py",
    "fileinput.py",
    "fnmatch.py",
    "fractions.py",
    "functools.py",
    "genericpath.py",
    "glob.py",
    "getopt.py",
    "gettext.py",
    "graphlib.py",
    "gzip.py",
    "hashlib.py",
    "heapq.py",
    "hmac.py",
    "html/__init__.py",
    "html/entities.py",
    "html/parser.py",
    "inspect.py",
    "io.py",
    "ipaddress.py",
    "json/__init__.py",
    "json/decoder.py",
    "json/encoder.py",
    "json/scanner.py",
    "keyword.py",
    "logging/__init__.py",
    "ntpath.py",
    "numbers.py",
    "operator.py",
    "os.py",
    "pathlib/__init__.py",
    "pathlib/_os.py",
    "pickle.py",
    "platform.py",
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
    "secrets.py",
    "selectors.py",
    "shlex.py",
    "shutil.py",
    "signal.py",
    "socket.py",
    "stat.py",
    "statistics.py",
    "string/__init__.py",
    "string/templatelib.py",
    "struct.py",
    "tempfile.py",
    "textwrap.py",
    "threading.py",
    "timeit.py",
    "token.py",
    "tomllib/__init__.py",
    "tomllib/_parser.py",
    "tomllib/_re.py",
    "tomllib/_types.py",
    "traceback.py",
    "types.py",
    "typing.py",
    "urllib/__init__.py",
    "urllib/error.py",
    "urllib/parse.py",
    "uuid.py",
    "unittest/__init__.py",
    "unittest/__main__.py",
    "unittest/_log.py",
    "unittest/async_case.py",
    "unittest/case.py",
    "unittest/loader.py",
    "unittest/main.py",
    "unittest/mock.py",
    "unittest/result.py",
    "unittest/runner.py",
    "unittest/signals.py",
    "unittest/suite.py",
    "unittest/util.py",
    "warnings.py",
    "weakref.py",
    "zoneinfo/__init__.py",
    "zoneinfo/_common.py",
    "zoneinfo/_tzpath.py",
    "zoneinfo/_zoneinfo.py",
];

/// What the heap image depends on, besides the library: the machine and all below it.
const MACHINE: &[&str] =
    &["build.rs", "Cargo.lock", "src/diagnostic", "src/modules", "src/program", "src/source", "src/vm"];

fn main() {
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    let mut stamp = DefaultHasher::new();
    for place in MACHINE {
        println!("cargo::rerun-if-changed={place}");
        hash_files(Path::new(place), &mut stamp);
    }
    pack_library(Path::new(rustpython_pylib::LIB_PATH), &out, &mut stamp);
    println!("cargo::rustc-env=IMAGE_STAMP={:016x}", stamp.finish());
    // Natively the tests read the files, and a changed program must not rebuild the machine.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
        list::write(&root, &out.join("corpus.rs"));
    }
}

/// Adds names and contents of all files at a place, in the order of their names.
fn hash_files(place: &Path, stamp: &mut DefaultHasher) {
    if place.is_dir() {
        let entries = fs::read_dir(place).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let mut entries = entries.unwrap_or_else(|error| panic!("{}: {error}", place.display()));
        entries.sort_by_key(fs::DirEntry::file_name);
        entries.iter().for_each(|entry| hash_files(&entry.path(), stamp));
    } else {
        // With slashes, wherever this is built.
        place.iter().for_each(|part| part.to_string_lossy().hash(stamp));
        fs::read(place).unwrap_or_else(|error| panic!("{}: {error}", place.display())).hash(stamp);
    }
}

/// Writes `library.index` (a line for each file: its place and its size) and `library.bin` (their texts, compressed).
fn pack_library(library: &Path, out: &Path, stamp: &mut DefaultHasher) {
    let mut index = String::new();
    let mut texts = Vec::new();
    for file in FILES {
        let text =
            fs::read(library.join(file)).unwrap_or_else(|error| panic!("library file {file}: {error}"));
        writeln!(index, "{file} {}", text.len()).expect("writing to a string succeeds");
        texts.extend_from_slice(&text);
    }
    index.hash(stamp);
    texts.hash(stamp);
    let mut key = DefaultHasher::new();
    (&index, &texts).hash(&mut key);
    let key = format!("{:016x}", key.finish());
    let kept = out.join("library.key");
    // Compressing takes seconds, and the library changes less often than the machine.
    if fs::read_to_string(&kept).is_ok_and(|old| old == key) {
        return;
    }
    fs::write(out.join("library.index"), index).expect("OUT_DIR can be written");
    fs::write(out.join("library.bin"), miniz_oxide::deflate::compress_to_vec(&texts, 9))
        .expect("OUT_DIR can be written");
    fs::write(kept, key).expect("OUT_DIR can be written");
}
