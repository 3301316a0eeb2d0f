//! What is made at build time.
//!
//! `tests/wasm/list.rs` lists the corpus for the suite in the browser, which has no files to read.

use std::env;
use std::path::PathBuf;

#[path = "tests/wasm/list.rs"]
mod list;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Natively the tests read the files, and a changed program must not rebuild the machine.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
        let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
        list::write(&root, &out.join("corpus.rs"));
    }
}
