//! The machine inside a browser: `make wasm` runs this in a dedicated worker of a headless Chromium.
//!
//! What runs natively must give the same bytes here, where pointers have 32 bits and nothing can block.
#![cfg(target_arch = "wasm32")]

use rustpython_compiler::{CompileOpts, Mode, compile};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
fn the_compiler_compiles() {
    let source = "async def f(x):\n    async with x as (a, *b):\n        return [i async for i in a if i > 2**70]\n";
    let code = compile(source, Mode::Exec, "<smoke>", CompileOpts::default()).expect("this is a program");
    assert!(!code.instructions.is_empty());
}

#[wasm_bindgen_test]
fn the_compiler_refuses_what_is_no_program() {
    let error = compile("x = = 1\n", Mode::Exec, "<smoke>", CompileOpts::default());
    assert!(error.is_err());
}
