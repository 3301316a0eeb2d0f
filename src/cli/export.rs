//! `interloop export`: a run as a file for another tool.

use super::replay::record;
use super::{Options, Outcome};
use crate::trace::export::{Outcome as End, Setting, pytest};
use crate::vm::Vm;

/// The tools for which a run can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// A test that forces the schedule on CPython.
    Pytest,
}

/// Writes the file for a schedule's run to standard output.
pub fn export_program(image: &mut Vm, text: &str, file: &str, options: &Options) -> Outcome {
    let Some(Tool::Pytest) = options.tool else {
        return Outcome::machine_says("export needs --to pytest");
    };
    let recording = match record(image, text, file, options) {
        Ok(recording) => recording,
        Err(outcome) => return outcome,
    };
    // What a correct program does can only be guessed: what this one does when nobody interferes.
    let default = Options { schedule: None, ..options.clone() };
    let reference = record(image, text, file, &default).ok().map(|recording| End::of(&recording));
    let setting = Setting { args: options.args.clone(), stdin: options.stdin.clone(), reference };
    match pytest(&recording, &setting) {
        Ok(stdout) => Outcome { stdout, ..Outcome::default() },
        Err(message) => Outcome::machine_says(&message),
    }
}
