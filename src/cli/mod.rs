//! The command line, without its process: arguments in, texts and an exit code out.
//!
//! Files are read by the binary and handed in, so that everything here can be tested natively. `parse` understands the
//! arguments; each command has a file of its own.

mod dis;
mod explore;
mod export;
mod parse;
mod replay;
mod run;
mod sarif;
mod traces;

pub use dis::dis_program;
pub use explore::explore_program;
pub use export::{Tool, export_program};
pub use parse::{Command, ModuleFile, Options, Verb, parse_command, usage};
pub use replay::replay_program;
pub use run::{outcome_of, run_program};

use crate::diagnostic::Diagnostic;
use crate::program::{Code, CompileMode, Origin, compile};
use std::sync::Arc;

/// Exit code for what is the machine's own to say: a deadlock, a limit, a wrong command line.
pub const EXIT_MACHINE: i32 = 3;

/// What a command wrote, and its exit code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// Exit code.
    pub code: i32,
    /// A file to be written.
    pub file: Option<(String, Vec<u8>)>,
}

impl Outcome {
    /// What the machine itself has to say, on standard error.
    pub fn machine_says(message: &str) -> Outcome {
        Outcome { stderr: format!("interloop: {message}\n"), code: EXIT_MACHINE, ..Outcome::default() }
    }

    /// Why a program cannot be compiled.
    fn errors(errors: &[Diagnostic], text: &str) -> Outcome {
        let stderr = errors.iter().map(|error| error.render(text)).collect();
        Outcome { stderr, code: 1, ..Outcome::default() }
    }
}

/// What the process tells about itself.
pub struct Gauges<'a> {
    /// Seconds since some moment.
    pub seconds: &'a dyn Fn() -> f64,
    /// Bytes of memory that it takes.
    pub bytes: &'a dyn Fn() -> u64,
}

/// Carries out a command on its file's text.
pub fn execute(command: &Command, text: &str, gauges: &Gauges) -> Outcome {
    let image = crate::modules::image;
    match command.verb {
        Verb::Run => run_program(&mut image(), text, &command.file, &command.options),
        Verb::Explore => explore_program(&mut image(), text, &command.file, &command.options, gauges),
        Verb::Replay => replay_program(&mut image(), text, &command.file, &command.options),
        Verb::Export => export_program(&mut image(), text, &command.file, &command.options),
        Verb::Dis => dis_program(text, &command.file),
        Verb::Image => {
            let bytes = crate::modules::write_image(&crate::modules::boot_image());
            Outcome { file: Some((command.file.clone(), bytes)), ..Outcome::default() }
        }
    }
}

/// Compiles the reader's program.
pub fn compile_program(text: &str, file: &str) -> Result<Arc<Code>, Vec<Diagnostic>> {
    compile(text, file, Origin::User, CompileMode::Exec)
}
