//! CPython's own library: the sources that `build.rs` packed, unpacked on demand.
//!
//! A file's place under `Lib` gives its module's name; which files there are stands in `build.rs`.

use crate::program::Origin;
use crate::vm::import::ModuleSource;
use std::sync::{Arc, OnceLock};

const INDEX: &str = include_str!(concat!(env!("OUT_DIR"), "/library.index"));
const TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.bin"));

/// Where the library's files stand, as tracebacks show it.
pub const FOLDER: &str = "/usr/lib/python3.14/";

/// Returns name and source of each packed module.
pub fn modules() -> Vec<(String, ModuleSource)> {
    let texts = miniz_oxide::inflate::decompress_to_vec(TEXTS)
        .expect("internal error: the packed library is damaged");
    let texts = String::from_utf8(texts).expect("internal error: the packed library is no UTF-8");
    let mut at = 0;
    INDEX
        .lines()
        .map(|line| {
            let (file, length) =
                line.split_once(' ').expect("internal error: the library's index is damaged");
            let length: usize = length.parse().expect("internal error: the library's index is damaged");
            let text = &texts[at..at + length];
            at += length;
            (module_name(file), source(file, text))
        })
        .collect()
}

fn source(file: &str, text: &str) -> ModuleSource {
    ModuleSource::Python {
        text: Arc::from(text),
        file: format!("{FOLDER}{file}"),
        package: is_package(file),
        origin: Origin::Library,
        compiled: OnceLock::new(),
    }
}

/// Whether the file at this place is a package's own.
pub fn is_package(file: &str) -> bool {
    file.ends_with("/__init__.py")
}

/// `collections/__init__.py` → `collections`, `json/decoder.py` → `json.decoder`.
pub fn module_name(file: &str) -> String {
    let path = file.strip_suffix(".py").unwrap_or(file);
    path.strip_suffix("/__init__").unwrap_or(path).replace('/', ".")
}
