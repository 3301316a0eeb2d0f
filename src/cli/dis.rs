//! `interloop dis`: a program's bytecode, with a star where each interpreter can switch.

use super::{Outcome, compile_program};
use crate::program::disassemble;

/// Disassembles a program.
pub fn dis_program(text: &str, file: &str) -> Outcome {
    match compile_program(text, file) {
        Ok(code) => Outcome { stdout: disassemble(&code), ..Outcome::default() },
        Err(errors) => Outcome::errors(&errors, text),
    }
}
