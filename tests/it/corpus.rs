//! Runs programs of the corpus on the machine and compares them with their goldens.
//!
//! The same code serves the native suite (`programs`) and the one in the browser (`tests/wasm`), so that both mean the
//! same by "as CPython does".

use interloop::cli::{Outcome, compile_program, outcome_of};
use interloop::schedule::{Policy, run};
use interloop::vm::boot::begin;
use interloop::vm::{Vm, World};

use crate::golden::{self, Ran};

/// Programs that are known to differ, one path a line; `#` begins a remark.
pub const KNOWN: &str = include_str!("../programs/known.txt");

/// A program of the corpus needs a small part of this.
const INSTRUCTIONS_MAX: u64 = 200_000_000;

/// The paths in `KNOWN`.
pub fn known() -> impl Iterator<Item = &'static str> {
    KNOWN.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Runs a program as `python NAME.py` would, from its own folder, and says where it parts from its golden.
pub fn check(image: &mut Vm, path: &str, source: &str, golden: &str) -> Result<(), String> {
    let file = path.rsplit('/').next().unwrap_or(path);
    let outcome = match compile_program(source, file) {
        Ok(code) => {
            let world = World { argv: vec![file.to_owned()], ..World::default() };
            let mut vm = begin(image, &code, world);
            run(&mut vm, &mut Policy::Default, INSTRUCTIONS_MAX)
                .map_err(|impossible| impossible.to_string())?;
            outcome_of(&vm)
        }
        Err(errors) => {
            let stderr = errors.iter().map(|error| error.render(source)).collect();
            Outcome { stderr, code: 1, ..Outcome::default() }
        }
    };
    golden::compare(golden, &Ran { code: outcome.code, stdout: outcome.stdout, stderr: outcome.stderr })
}
