//! The command line: reads files and standard input, prints what `interloop::cli` answers.

use interloop::cli::{Command, EXIT_MACHINE, Outcome, USAGE, dis_program, parse_command, run_program};
use std::io::{IsTerminal, Read, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match parse_command(&args) {
        Ok(Command::Help) => Outcome { stdout: USAGE.into(), ..Outcome::default() },
        Ok(Command::Dis(file)) => with_file(&file, |text| dis_program(text, &file)),
        Ok(Command::Run(file, mut options)) => with_file(&file, |text| {
            let mut stdin = std::io::stdin();
            if !stdin.is_terminal() && text.contains("input(") {
                // A missing standard input is an empty one.
                let _ = stdin.read_to_string(&mut options.stdin);
            }
            run_program(&mut interloop::modules::image(), text, &file, &options)
        }),
        Err(message) => Outcome {
            stderr: format!("interloop: {message}\n{USAGE}"),
            code: EXIT_MACHINE,
            ..Outcome::default()
        },
    };
    // A closed pipe on the other side is the reader's choice.
    let _ = std::io::stdout().write_all(outcome.stdout.as_bytes());
    let _ = std::io::stderr().write_all(outcome.stderr.as_bytes());
    ExitCode::from(outcome.code as u8)
}

fn with_file(file: &str, then: impl FnOnce(&str) -> Outcome) -> Outcome {
    match std::fs::read_to_string(file) {
        Ok(text) => then(&text),
        Err(error) => Outcome {
            stderr: format!("interloop: cannot read {file}: {error}\n"),
            code: EXIT_MACHINE,
            ..Outcome::default()
        },
    }
}
