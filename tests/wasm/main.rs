//! The machine inside a browser: `make wasm` runs this in a dedicated worker of a headless Chromium.
//!
//! What runs natively must give the same bytes here, where pointers have 32 bits and nothing can block.
#![cfg(target_arch = "wasm32")]

use rustpython_compiler::{CompileOpts, Mode, compile};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// Name, source and golden of each program, as `list.rs` found them at build time.
const CORPUS: &[(&str, &str, &str)] = &include!(concat!(env!("OUT_DIR"), "/corpus.rs"));

#[wasm_bindgen_test]
fn the_compiler_refuses_what_cpython_refuses() {
    assert!(CORPUS.len() > 100, "the corpus is here");
    // Such an error has a place and no traceback.
    let refused = |golden: &str| golden.contains("--- stderr\n  File \"");
    let differ = CORPUS.iter().filter(|(name, source, golden)| {
        compile(source, Mode::Exec, name, CompileOpts::default()).is_err() != refused(golden)
    });
    let names: Vec<&str> = differ.map(|(name, ..)| *name).collect();
    assert!(names.is_empty(), "{names:?}");
}
