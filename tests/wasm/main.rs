//! The machine inside a browser: `make wasm` runs this in a dedicated worker of a headless Chromium.
//!
//! What runs natively must give the same bytes here, where pointers have 32 bits and nothing can block.
#![cfg(target_arch = "wasm32")]

#[path = "../it/corpus.rs"]
mod corpus;
#[path = "../it/golden.rs"]
mod golden;

use interloop::modules::{boot_image, load_image, write_image};
use rustpython_compiler::{CompileOpts, Mode, compile};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// Name, source and golden of each program, as `list.rs` found them at build time.
const CORPUS: &[(&str, &str, &str)] = &include!(concat!(env!("OUT_DIR"), "/corpus.rs"));

#[wasm_bindgen_test]
fn the_compiler_refuses_what_cpython_refuses() {
    assert!(CORPUS.len() > 100, "the corpus is here");
    // Such an error comes before anything is printed; it has a place and no traceback.
    let refused = |golden: &str| golden.contains("--- stdout\n--- stderr\n  File \"");
    let differ = CORPUS.iter().filter(|(name, source, golden)| {
        compile(source, Mode::Exec, name, CompileOpts::default()).is_err() != refused(golden)
    });
    let names: Vec<&str> = differ.map(|(name, ..)| *name).collect();
    assert!(names.is_empty(), "{names:?}");
}

#[wasm_bindgen_test]
fn programs_print_what_cpython_prints() {
    let known: Vec<&str> = corpus::known().collect();
    // Written and loaded here; natively the corpus begins with a loaded image too.
    let mut library = load_image(&write_image(&boot_image())).expect("what was written here fits here");
    let mut wrong = Vec::new();
    // Those that are known to differ may also panic, which would end the suite here; the native suite watches them.
    for (name, source, golden) in CORPUS.iter().filter(|(name, ..)| !known.contains(name)) {
        if let Err(problem) = corpus::check(&mut library, name, source, golden) {
            wrong.push(format!("{name}: {problem}"));
        }
    }
    assert!(wrong.is_empty(), "\n{} programs\n{}\n", wrong.len(), wrong.join("\n"));
}
