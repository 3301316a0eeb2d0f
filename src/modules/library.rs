//! CPython's own library: the sources that `build.rs` packed, unpacked when the first of them is read.
//!
//! A file's place under `Lib` gives its module's name; which files there are stands in `build.rs`.

use crate::program::Origin;
use crate::source::Text;
use crate::vm::import::ModuleSource;
use std::sync::OnceLock;

const INDEX: &str = include_str!(concat!(env!("OUT_DIR"), "/library.index"));
const TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.bin"));

/// Where the library's files stand, as tracebacks show it.
pub const FOLDER: &str = "/usr/lib/python3.14/";

/// Returns name and source of each packed module.
pub fn modules() -> Vec<(String, ModuleSource)> {
    (0..).zip(files()).map(|(number, (file, _))| (module_name(file), source(file, number))).collect()
}

/// Place and size of each packed file, in order.
fn files() -> impl Iterator<Item = (&'static str, usize)> {
    INDEX.lines().map(|line| {
        let (file, length) = line.split_once(' ').expect("internal error: the library's index is damaged");
        (file, length.parse().expect("internal error: the library's index is damaged"))
    })
}

/// The text of the packed file with this number.
fn unpacked(number: u32) -> &'static str {
    static ALL: OnceLock<Vec<&'static str>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let texts = miniz_oxide::inflate::decompress_to_vec(TEXTS)
            .expect("internal error: the packed library is damaged");
        // It is needed for as long as the process lives.
        let mut rest: &'static str =
            String::from_utf8(texts).expect("internal error: the packed library is no UTF-8").leak();
        files()
            .map(|(_, length)| {
                let (text, others) = rest.split_at(length);
                rest = others;
                text
            })
            .collect()
    });
    all[number as usize]
}

fn source(file: &str, number: u32) -> ModuleSource {
    ModuleSource::Python {
        text: Text::Packed(number, unpacked),
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
